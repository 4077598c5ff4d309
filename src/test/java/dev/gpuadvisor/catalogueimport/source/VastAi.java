package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalogueimport.Answer;
import dev.gpuadvisor.catalogueimport.Call;
import dev.gpuadvisor.catalogueimport.Importer;
import dev.gpuadvisor.catalogueimport.Json;
import dev.gpuadvisor.catalogueimport.Mapping;
import dev.gpuadvisor.catalogueimport.Pages;
import dev.gpuadvisor.catalogueimport.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The market of Vast.ai: of each card the median of what verified hosts ask for one GPU, each
 * machine counted once, with its cheapest offer; disk is paid on top. Keys are the cards as the
 * market names them, {@code H100 SXM}; with {@code spot} behind it the median of the least bids.
 */
public final class VastAi implements Importer {

  private static final String QUERY =
      "{\"verified\": {\"eq\": true}, \"rentable\": {\"eq\": true}, \"rented\": {\"eq\":"
          + " false}, \"type\": \"on-demand\", \"limit\": 3000}";
  private static final int SCALE = 4;

  @Override
  public String name() {
    return "vast";
  }

  @Override
  public URI base() {
    return URI.create("https://console.vast.ai");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    Map<String, Map<String, BigDecimal>> asked = new TreeMap<>();
    for (JsonNode offer : Json.list(pages.json(Call.post("/api/v0/bundles/", QUERY)), "offers")) {
      int gpus = Json.count(offer, "num_gpus", 0);
      if (gpus > 0 && isVerified(offer)) {
        String machine = Json.text(offer, "machine_id");
        String card = Json.text(offer, "gpu_name");
        add(asked, card, machine, Json.decimal(offer, "dph_base"), gpus);
        add(asked, card + " spot", machine, Json.decimal(offer, "min_bid"), gpus);
      }
    }
    List<Quote> quotes = new ArrayList<>();
    asked.forEach(
        (key, machines) ->
            quotes.add(Quote.usd(key, median(machines), Supplies.counted(machines.size()))));
    return Answer.of(quotes);
  }

  private static boolean isVerified(JsonNode offer) {
    return Json.text(offer, "verification").equals("verified")
        && Json.flag(offer, "rentable", true)
        && !Json.flag(offer, "rented", false);
  }

  private static void add(
      Map<String, Map<String, BigDecimal>> asked,
      String key,
      String machine,
      BigDecimal price,
      int gpus) {
    if (price != null && price.signum() > 0) {
      BigDecimal each = price.divide(BigDecimal.valueOf(gpus), 2 * SCALE, RoundingMode.HALF_UP);
      asked.computeIfAbsent(key, unseen -> new TreeMap<>()).merge(machine, each, BigDecimal::min);
    }
  }

  private static BigDecimal median(Map<String, BigDecimal> machines) {
    List<BigDecimal> sorted = machines.values().stream().sorted().toList();
    BigDecimal upper = sorted.get(sorted.size() / 2);
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    return lower
        .add(upper)
        .divide(BigDecimal.valueOf(2), SCALE, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
