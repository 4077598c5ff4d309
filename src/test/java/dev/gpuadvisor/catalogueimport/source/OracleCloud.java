package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalogueimport.Answer;
import dev.gpuadvisor.catalogueimport.Call;
import dev.gpuadvisor.catalogueimport.ImportException;
import dev.gpuadvisor.catalogueimport.Importer;
import dev.gpuadvisor.catalogueimport.Json;
import dev.gpuadvisor.catalogueimport.Mapping;
import dev.gpuadvisor.catalogueimport.Pages;
import dev.gpuadvisor.catalogueimport.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Oracle's cost estimator: shapes name their products and how much of each they need, products
 * their price. Of a GPU shape the "ocpu" product is priced by GPU. Keys are the shapes, {@code
 * BM.GPU.H100.8}.
 */
public final class OracleCloud implements Importer {

  private static final String DATA = "/a/ocom/docs/cloudestimator2/data/";

  @Override
  public String name() {
    return "oracle";
  }

  @Override
  public URI base() {
    return URI.create("https://www.oracle.com");
  }

  /** The two documents may come in either order, and one file may hold the shapes of the other. */
  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    JsonNode first = pages.json(Call.get(DATA + "products.json"));
    List<JsonNode> items = new ArrayList<>();
    Json.list(first, "items").forEach(items::add);
    if (first.has("_shapes")) {
      Json.list(first.path("_shapes"), "items").forEach(items::add);
    } else {
      Json.list(pages.json(Call.get(DATA + "shapes.json")), "items").forEach(items::add);
    }
    Map<String, JsonNode> products = new HashMap<>();
    items.stream()
        .filter(item -> item.has("partNumber"))
        .forEach(item -> products.put(Json.text(item, "partNumber"), item));
    List<Quote> quotes = new ArrayList<>();
    for (JsonNode shape : items) {
      if (shape.has("products") && Json.count(shape, "gpuQty", 0) > 0) {
        quotes.add(Quote.usd(Json.text(shape, "name"), hour(shape, products)));
      }
    }
    return Answer.of(quotes);
  }

  private static BigDecimal hour(JsonNode shape, Map<String, JsonNode> products) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode part : shape.path("products")) {
      JsonNode product = products.get(Json.text(part, "partNumber"));
      if (product == null) {
        throw new ImportException(
            Json.text(shape, "name")
                + " needs a product without a price: "
                + Json.text(part, "partNumber"));
      }
      BigDecimal quantity = Json.decimal(part, "qty");
      BigDecimal price = usd(product).orElse(null);
      if (quantity == null || price == null) {
        return null;
      }
      sum = sum.add(price.multiply(quantity));
    }
    return sum.signum() == 0 ? null : sum.stripTrailingZeros();
  }

  private static Optional<BigDecimal> usd(JsonNode product) {
    for (JsonNode localization : product.path("currencyCodeLocalizations")) {
      if (Json.text(localization, "currencyCode").equals("USD")) {
        for (JsonNode price : localization.path("prices")) {
          if (Json.text(price, "model").equals("PAY_AS_YOU_GO")) {
            return Optional.ofNullable(Json.decimal(price, "value"));
          }
        }
      }
    }
    return Optional.empty();
  }
}
