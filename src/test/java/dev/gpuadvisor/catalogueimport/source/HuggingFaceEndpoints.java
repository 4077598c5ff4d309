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
import java.util.List;
import java.util.Map;

/**
 * Hugging Face Inference Endpoints: dollars an hour by cloud and instance, the same in all regions
 * of a cloud; the supply is that of the best region. Keys: {@code aws nvidia-l4 x1}.
 */
public final class HuggingFaceEndpoints implements Importer {

  private record Priced(String key, BigDecimal price) {}

  @Override
  public String name() {
    return "hf-inference-endpoints";
  }

  @Override
  public List<String> aliases() {
    return List.of("hf-endpoints");
  }

  @Override
  public URI base() {
    return URI.create("https://api.endpoints.huggingface.cloud");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    Call call = Call.get("/v2/provider/" + pages.secret("HF_NAMESPACE"));
    JsonNode answer = pages.json(call.bearer(pages.secret("HF_TOKEN")));
    Map<Priced, Supply> best = new LinkedHashMap<>();
    for (JsonNode vendor : Json.list(answer, "vendors")) {
      for (JsonNode region : Json.list(vendor, "regions")) {
        for (JsonNode compute : Json.list(region, "computes")) {
          if (Json.text(compute, "accelerator").equalsIgnoreCase("gpu")) {
            best.merge(
                priced(Json.text(vendor, "name"), compute),
                Supplies.named(Json.text(compute, "status")),
                Supplies::better);
          }
        }
      }
    }
    return Answer.of(
        best.entrySet().stream()
            .map(each -> Quote.usd(each.getKey().key, each.getKey().price, each.getValue()))
            .toList());
  }

  private static Priced priced(String vendor, JsonNode compute) {
    String key =
        vendor
            + " "
            + Json.text(compute, "instanceType")
            + " "
            + Json.text(compute, "instanceSize");
    BigDecimal price = Json.decimal(compute, "pricePerHour");
    return new Priced(key, price == null ? null : price.stripTrailingZeros());
  }
}
