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
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shadeform, one key for several clouds: cents an hour of a whole instance. Keys: {@code hyperstack
 * H100 sxm x1}: cloud, card, interconnect, GPUs. Only virtual machines count; what is sold out
 * stays in the answer, since availability is not filtered.
 */
public final class Shadeform implements Importer {

  private static final int CENTS = 2;

  private record Priced(String key, BigDecimal price) {}

  @Override
  public String name() {
    return "shadeform";
  }

  @Override
  public URI base() {
    return URI.create("https://api.shadeform.ai");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    Call call = Call.get("/v1/instances/types");
    JsonNode answer = pages.json(call.with("X-API-KEY", pages.secret("SHADEFORM_API_KEY")));
    Map<Priced, Supply> best = new LinkedHashMap<>();
    for (JsonNode type : Json.list(answer, "instance_types")) {
      JsonNode parts = type.path("configuration");
      int gpus = Json.count(parts, "num_gpus", 0);
      String deployment = Json.text(type, "deployment_type");
      if (gpus > 0 && (deployment.isEmpty() || deployment.equals("vm"))) {
        best.merge(priced(type, parts, gpus), supply(type), Supplies::better);
      }
    }
    return Answer.of(
        best.entrySet().stream()
            .map(each -> Quote.usd(each.getKey().key, each.getKey().price, each.getValue()))
            .toList());
  }

  private static Priced priced(JsonNode type, JsonNode parts, int gpus) {
    String key =
        String.join(
            " ",
            Json.text(type, "cloud"),
            Json.text(parts, "gpu_type"),
            Json.text(parts, "interconnect"),
            "x" + gpus);
    BigDecimal cents = Json.decimal(type, "hourly_price");
    return new Priced(key, cents == null ? null : cents.movePointLeft(CENTS).stripTrailingZeros());
  }

  private static Supply supply(JsonNode type) {
    Supply best = Supply.UNKNOWN;
    for (JsonNode place : type.path("availability")) {
      best = Supplies.better(best, Supplies.whether(Json.flag(place, "available", false)));
    }
    return best;
  }
}
