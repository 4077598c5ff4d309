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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Droplet sizes of DigitalOcean with a GPU, page by page: dollars an hour. Keys are the slugs,
 * {@code gpu-l40sx1-48gb}.
 */
public final class DigitalOcean implements Importer {

  @Override
  public String name() {
    return "digitalocean";
  }

  @Override
  public URI base() {
    return URI.create("https://api.digitalocean.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    Call call =
        Call.get("/v2/sizes?per_page=200&page=1").bearer(pages.secret("DIGITALOCEAN_TOKEN"));
    List<Quote> quotes = new ArrayList<>();
    Optional<JsonNode> page = Optional.of(pages.json(call));
    for (boolean first = true; page.isPresent(); first = false) {
      Json.page(page.get(), "sizes", first).forEach(size -> add(quotes, size));
      String link = Json.text(page.get().path("links").path("pages"), "next");
      Optional<Call> next = Links.next(call, link);
      page = next.isEmpty() ? Optional.empty() : pages.moreJson(next.get());
    }
    return Answer.of(quotes);
  }

  private static void add(List<Quote> quotes, JsonNode size) {
    if (size.path("gpu_info").isObject()) {
      boolean available = Json.flag(size, "available", false) && !size.path("regions").isEmpty();
      Supply supply = Supplies.whether(available);
      quotes.add(Quote.usd(Json.text(size, "slug"), Json.decimal(size, "price_hourly"), supply));
    }
  }
}
