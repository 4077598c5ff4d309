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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans of Vultr with a GPU, page by page: dollars an hour, and as preemptible where that is sold.
 * Keys are the plans, {@code vcg-l40s-16c-180g-48vram}, with {@code spot} behind it for
 * preemptible.
 */
public final class Vultr implements Importer {

  private static final String PATH = "/v2/plans?type=all&per_page=500";

  @Override
  public String name() {
    return "vultr";
  }

  @Override
  public URI base() {
    return URI.create("https://api.vultr.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    Call call = Call.get(PATH);
    List<Quote> quotes = new ArrayList<>();
    Optional<JsonNode> page = Optional.of(pages.json(call));
    for (boolean first = true; page.isPresent(); first = false) {
      Json.page(page.get(), "plans", first).forEach(plan -> add(quotes, plan));
      String next = Json.text(page.get().path("meta").path("links"), "next");
      Optional<Call> further = Links.isLink(next) ? Links.next(call, next) : cursor(next);
      page = further.isEmpty() ? Optional.empty() : pages.moreJson(further.get());
    }
    return Answer.of(quotes);
  }

  private static Optional<Call> cursor(String next) {
    String encoded = URLEncoder.encode(next, StandardCharsets.UTF_8);
    return next.isEmpty() ? Optional.empty() : Optional.of(Call.get(PATH + "&cursor=" + encoded));
  }

  private static void add(List<Quote> quotes, JsonNode plan) {
    if (Json.text(plan, "gpu_type").isEmpty()) {
      return;
    }
    String id = Json.text(plan, "id");
    boolean somewhere = !plan.path("locations").isEmpty();
    quotes.add(Quote.usd(id, Json.decimal(plan, "hourly_cost"), Supplies.whether(somewhere)));
    BigDecimal spot = Json.decimal(plan, "hourly_cost_preemptible");
    if (spot != null && spot.signum() > 0 && Json.flag(plan, "deploy_preemptible", false)) {
      quotes.add(Quote.usd(id + " spot", spot, Supplies.whether(somewhere)));
    }
  }
}
