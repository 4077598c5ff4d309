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
 * The public cloud catalogue of OVHcloud: the hour of a flavour in hundred-millionths of the
 * catalogue's currency, without tax. The subsidiary of the United States is asked, which sells in
 * dollars; a catalogue in euros is stopped by its currency. Keys are the plans, {@code
 * h100-380.consumption}.
 */
public final class Ovh implements Importer {

  private static final int UNIT = 8;

  @Override
  public String name() {
    return "ovh";
  }

  @Override
  public List<String> aliases() {
    return List.of("ovhcloud");
  }

  @Override
  public URI base() {
    return URI.create("https://us.api.ovh.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    JsonNode answer = pages.json(Call.get("/1.0/order/catalog/public/cloud?ovhSubsidiary=US"));
    String currency = Json.text(answer.path("locale"), "currencyCode");
    List<Quote> quotes = new ArrayList<>();
    for (JsonNode addon : Json.list(answer, "addons")) {
      String plan = Json.text(addon, "planCode");
      boolean gpu = addon.path("blobs").path("technical").path("gpu").isObject();
      if (gpu && plan.endsWith(".consumption")) {
        quotes.add(new Quote(plan, hour(addon), currency, Supply.UNKNOWN));
      }
    }
    return Answer.of(quotes);
  }

  /** The price of consumption by the hour, wherever it stands among those of other intervals. */
  private static BigDecimal hour(JsonNode addon) {
    for (JsonNode pricing : Json.list(addon, "pricings")) {
      String unit = Json.text(pricing, "intervalUnit");
      BigDecimal price = Json.decimal(pricing, "price");
      if (price != null
          && (unit.isEmpty() || unit.equals("hour") || unit.equals("none"))
          && Json.count(pricing, "interval", 1) <= 1
          && Json.count(pricing, "commitment", 0) == 0) {
        return price.movePointLeft(UNIT).stripTrailingZeros();
      }
    }
    return null;
  }
}
