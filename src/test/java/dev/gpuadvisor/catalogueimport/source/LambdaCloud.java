package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Supply;
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
import java.util.List;
import java.util.Map;

/**
 * Instance types of Lambda: cents an hour, with the regions that have capacity. Keys are the names,
 * {@code gpu_1x_a10}.
 */
public final class LambdaCloud implements Importer {

  private static final int CENTS = 2;
  private static final int SEVERAL = 3;

  @Override
  public String name() {
    return "lambda";
  }

  @Override
  public List<String> aliases() {
    return List.of("lambda-cloud");
  }

  @Override
  public URI base() {
    return URI.create("https://cloud.lambdalabs.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    Call call = Call.get("/api/v1/instance-types");
    JsonNode types = pages.json(call.bearer(pages.secret("LAMBDA_API_KEY"))).path("data");
    if (!types.isObject()) {
      throw new ImportException("The answer has no object 'data'.");
    }
    List<Quote> quotes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> named : types.properties()) {
      JsonNode each = named.getValue();
      JsonNode type = each.path("instance_type");
      if (Json.count(type.path("specs"), "gpus", 1) > 0) {
        BigDecimal cents = Json.decimal(type, "price_cents_per_hour");
        quotes.add(
            Quote.usd(
                named.getKey(),
                cents == null ? null : cents.movePointLeft(CENTS),
                supply(each.path("regions_with_capacity_available"))));
      }
    }
    return Answer.of(quotes);
  }

  private static Supply supply(JsonNode regions) {
    if (!regions.isArray()) {
      return Supply.UNKNOWN;
    }
    if (regions.isEmpty()) {
      return Supply.NONE;
    }
    return regions.size() < SEVERAL ? Supply.LOW : Supply.MEDIUM;
  }
}
