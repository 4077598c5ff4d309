package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalogueimport.Answer;
import dev.gpuadvisor.catalogueimport.Call;
import dev.gpuadvisor.catalogueimport.Importer;
import dev.gpuadvisor.catalogueimport.Json;
import dev.gpuadvisor.catalogueimport.Mapping;
import dev.gpuadvisor.catalogueimport.Pages;
import dev.gpuadvisor.catalogueimport.Quote;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Azure Retail Prices API, region by region: paging over all regions is unstable. Left out are
 * Windows, dedicated hosts and cloud services, Low Priority (retired, but still listed beside the
 * price on demand), dev/test and reservations, prices of 0 and those that begin later. Keys: {@code
 * Standard_NC24ads_A100_v4 eastus}, with {@code spot} behind it for spot.
 */
public final class AzureRetail implements Importer {

  private static final String PATH = "/api/retail/prices";
  private static final List<String> OTHER_PRODUCTS =
      List.of("Windows", "Dedicated", "Cloud Services", "CloudServices");

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public URI base() {
    return URI.create("https://prices.azure.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    List<Quote> quotes = new ArrayList<>();
    boolean first = true;
    for (String region : mapping.words(1)) {
      Call call = Call.get(query(region));
      Optional<JsonNode> page = first ? Optional.of(pages.json(call)) : pages.moreJson(call);
      first = false;
      for (boolean one = true; page.isPresent(); one = false) {
        Json.page(page.get(), "Items", one).forEach(item -> add(quotes, item));
        Optional<Call> next = Links.next(call, Json.text(page.get(), "NextPageLink"));
        page = next.isEmpty() ? Optional.empty() : pages.moreJson(next.get());
      }
    }
    return Answer.of(quotes);
  }

  private static String query(String region) {
    String filter =
        "serviceName eq 'Virtual Machines' and priceType eq 'Consumption' and armRegionName eq '"
            + region
            + "'";
    return PATH
        + "?api-version=2023-01-01-preview&currencyCode="
        + URLEncoder.encode("'USD'", StandardCharsets.UTF_8)
        + "&$filter="
        + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void add(List<Quote> quotes, JsonNode item) {
    String size = Json.text(item, "armSkuName");
    if (size.startsWith("Standard_N") && isOneOfOurs(item)) {
      boolean spot =
          Stream.of("meterName", "skuName")
              .anyMatch(name -> Json.text(item, name).endsWith("Spot"));
      String key = size + " " + Json.text(item, "armRegionName") + (spot ? " spot" : "");
      quotes.add(
          new Quote(
              key,
              Json.decimal(item, "retailPrice"),
              Json.text(item, "currencyCode"),
              Supply.UNKNOWN));
    }
  }

  private static boolean isOneOfOurs(JsonNode item) {
    String product = Json.text(item, "productName");
    String meter = Json.text(item, "meterName") + Json.text(item, "skuName");
    String type = Json.text(item, "type");
    return OTHER_PRODUCTS.stream().noneMatch(product::contains)
        && !meter.contains("Low Priority")
        && (type.isEmpty() || type.equals("Consumption"))
        && Json.text(item, "unitOfMeasure").equals("1 Hour")
        && !isZero(item)
        && !Dates.isLater(Json.text(item, "effectiveStartDate"));
  }

  private static boolean isZero(JsonNode item) {
    return Json.decimal(item, "retailPrice") == null
        || Json.decimal(item, "retailPrice").signum() == 0;
  }
}
