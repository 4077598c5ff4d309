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
import java.util.ArrayList;
import java.util.List;

/**
 * RunPod REST v2, GPU catalogue: dollars an hour of one GPU in the secure and the community cloud
 * and as a serverless worker of a pool, with stock. A price of 0 or null is none: the card is not
 * offered there. Keys: {@code NVIDIA L40S secure}, {@code NVIDIA L40S community}, {@code pool
 * ADA_48_PRO}.
 */
public final class RunPod implements Importer {

  private static final String PATH = "/v2/catalog/gpus?include=AVAILABILITY&product=POD,SERVERLESS";
  private static final List<String> CLOUDS = List.of("secure", "community");

  @Override
  public String name() {
    return "runpod";
  }

  @Override
  public List<String> aliases() {
    return List.of("runpod-serverless", "runpod-pods", "runpod-community");
  }

  @Override
  public URI base() {
    return URI.create("https://api.runpod.io");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    JsonNode answer = pages.json(Call.get(PATH).bearer(pages.secret("RUNPOD_API_KEY")));
    List<Quote> quotes = new ArrayList<>();
    for (JsonNode gpu : Json.list(answer, "gpus")) {
      String id = Json.text(gpu, "id");
      JsonNode price = gpu.path("price");
      Supply supply = supply(gpu);
      for (String cloud : CLOUDS) {
        if (Json.flag(gpu, cloud, true)) {
          add(quotes, id + " " + cloud, Json.decimal(price, cloud), supply);
        }
      }
      String pool = Json.text(gpu, "pool");
      if (!pool.isEmpty()) {
        add(quotes, "pool " + pool, Json.decimal(price, "serverless"), supply);
      }
    }
    return Answer.of(quotes);
  }

  private static void add(List<Quote> quotes, String key, BigDecimal price, Supply supply) {
    if (price != null && price.signum() != 0) {
      quotes.add(Quote.usd(key, price, supply));
    }
  }

  /** That of the card where it is told; else the best of its data centres. */
  private static Supply supply(JsonNode gpu) {
    Supply all = Supplies.named(Json.text(gpu, "availability"));
    if (all != Supply.UNKNOWN) {
      return all;
    }
    Supply best = Supply.UNKNOWN;
    for (JsonNode place : gpu.path("dataCenters")) {
      best = Supplies.better(best, Supplies.named(Json.text(place, "availability")));
    }
    return best;
  }
}
