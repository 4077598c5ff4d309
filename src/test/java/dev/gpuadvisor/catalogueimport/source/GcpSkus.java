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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Cloud Billing Catalog of Google Compute Engine. No machine has a price there: it is the sum
 * of its GPUs, cores, memory and local disks, by a table of machines. Keys: {@code g2-standard-4
 * us-central1}, with {@code spot} behind it for spot.
 */
public final class GcpSkus implements Importer {

  private static final String PATH =
      "/v1/services/6F81-5844-456A/skus?currencyCode=USD&pageSize=5000&key=";

  @Override
  public String name() {
    return "gcp";
  }

  @Override
  public List<String> aliases() {
    return List.of("gcp-compute-engine");
  }

  @Override
  public URI base() {
    return URI.create("https://cloudbilling.googleapis.com");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    String path = PATH + encode(pages.secret("GCP_API_KEY"));
    GcpRates rates = new GcpRates();
    Optional<JsonNode> page = Optional.of(pages.json(Call.get(path)));
    for (boolean first = true; page.isPresent(); first = false) {
      Json.page(page.get(), "skus", first).forEach(rates::add);
      String next = Json.text(page.get(), "nextPageToken");
      page =
          next.isEmpty()
              ? Optional.empty()
              : pages.moreJson(Call.get(path + "&pageToken=" + encode(next)));
    }
    List<Quote> quotes = new ArrayList<>();
    for (GcpMachine machine : GcpMachine.all()) {
      for (String region : rates.regions(machine)) {
        for (boolean spot : new boolean[] {false, true}) {
          String key = machine.name() + " " + region + (spot ? " spot" : "");
          rates
              .sum(machine, region, spot)
              .filter(price -> !spot || mapping.offers().containsKey(key))
              .ifPresent(price -> quotes.add(Quote.usd(key, price)));
        }
      }
    }
    return Answer.of(quotes);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
