package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.catalogueimport.ImportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON form of an offer file: products by SKU, and terms by SKU, which may stand before them.
 * It is read twice from a file, first for the products, so that nothing but the SKUs of GPUs is
 * kept.
 */
final class AwsOfferJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** What the CSV calls the attributes of the JSON. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "tenancy", "Tenancy",
          "operatingsystem", "Operating System",
          "capacitystatus", "CapacityStatus",
          "preinstalledsw", "Pre Installed S/W",
          "marketoption", "MarketOption",
          "locationtype", "Location Type",
          "regioncode", "Region Code",
          "instancetype", "Instance Type",
          "gpu", "GPU");

  private final AwsRates rates;
  private final Map<String, String> keysBySku = new HashMap<>();

  private AwsOfferJson(AwsRates rates) {
    this.rates = rates;
  }

  static void read(InputStream in, AwsRates rates) throws IOException {
    Path file = Files.createTempFile("aws-offer", ".json");
    try {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      AwsOfferJson reader = new AwsOfferJson(rates);
      reader.pass(file, true);
      reader.pass(file, false);
    } catch (JacksonException e) {
      throw new ImportException("The offer file is not whole: " + e.getOriginalMessage(), e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void pass(Path file, boolean products) throws IOException {
    try (JsonParser json = FACTORY.createParser(file.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        boolean object = json.currentToken() == JsonToken.START_OBJECT;
        if (products && field.equals("publicationDate")) {
          rates.published(json.getText());
        } else if (products && object && field.equals("products")) {
          products(json);
        } else if (!products && object && field.equals("terms")) {
          terms(json);
        } else {
          json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new ImportException("The offer file breaks off.");
      }
    }
  }

  /** Goes on to a value: whether it is an object, whose fields follow. All else is skipped. */
  private static boolean isObject(JsonParser json) throws IOException {
    boolean object = json.nextToken() == JsonToken.START_OBJECT;
    if (!object) {
      json.skipChildren();
    }
    return object;
  }

  private void products(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String sku = json.currentName();
      boolean product = isObject(json);
      while (product && json.nextToken() == JsonToken.FIELD_NAME) {
        if (!json.currentName().equals("attributes")) {
          json.nextToken();
          json.skipChildren();
        } else if (isObject(json)) {
          product(sku, texts(json));
        }
      }
    }
  }

  private void product(String sku, Map<String, String> attributes) {
    if (AwsRates.isPlain(column -> attributes.getOrDefault(column, ""))
        && rates.isWanted(column -> attributes.getOrDefault(column, ""))) {
      keysBySku.put(sku, AwsRates.key(column -> attributes.getOrDefault(column, "")));
    }
  }

  private static Map<String, String> texts(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String column = COLUMNS.get(json.currentName().toLowerCase(Locale.ROOT));
      json.nextToken();
      if (column != null && isSaid(json)) {
        texts.put(column, json.getText().strip());
      }
      json.skipChildren();
    }
    return texts;
  }

  private static boolean isSaid(JsonParser json) {
    return json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL;
  }

  private void terms(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (!json.currentName().equals("OnDemand")) {
        json.nextToken();
        json.skipChildren();
      } else if (isObject(json)) {
        onDemand(json);
      }
    }
  }

  private void onDemand(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = keysBySku.get(json.currentName());
      if (key == null) {
        json.nextToken();
        json.skipChildren();
      } else if (isObject(json)) {
        term(json, key);
      }
    }
  }

  /** Finds the price dimensions, wherever in the term they stand. */
  private void term(JsonParser json, String key) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean term = isObject(json);
      while (term && json.nextToken() == JsonToken.FIELD_NAME) {
        if (!json.currentName().equals("priceDimensions")) {
          json.nextToken();
          json.skipChildren();
        } else if (isObject(json)) {
          dimensions(json, key);
        }
      }
    }
  }

  private void dimensions(JsonParser json, String key) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (isObject(json)) {
        dimension(json, key);
      }
    }
  }

  private void dimension(JsonParser json, String key) throws IOException {
    String unit = "";
    Map<String, String> prices = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("unit")) {
        unit = json.getText();
      } else if (field.equals("pricePerUnit") && json.currentToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String currency = json.currentName();
          json.nextToken();
          if (isSaid(json)) {
            prices.put(currency, json.getText());
          }
          json.skipChildren();
        }
      } else {
        json.skipChildren();
      }
    }
    for (Map.Entry<String, String> price : prices.entrySet()) {
      rates.add(key, price.getValue(), price.getKey(), unit);
    }
  }
}
