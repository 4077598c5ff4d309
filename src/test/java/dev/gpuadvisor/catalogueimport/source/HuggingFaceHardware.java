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
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hardware of Hugging Face Spaces or Jobs: millionths of a dollar a minute, which were rounded
 * (0.40 an hour reads 6667), so that an hour is rounded to cents again. Keys are the flavours,
 * {@code a10g-small}.
 */
public final class HuggingFaceHardware implements Importer {

  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
  private static final int MICRO = 6;
  private static final int CENTS = 2;

  private final String name;
  private final String path;

  private HuggingFaceHardware(String name, String path) {
    this.name = name;
    this.path = path;
  }

  public static Importer spaces() {
    return new HuggingFaceHardware("hf-spaces", "/api/spaces/hardware");
  }

  public static Importer jobs() {
    return new HuggingFaceHardware("hf-jobs", "/api/jobs/hardware");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public URI base() {
    return URI.create("https://huggingface.co");
  }

  @Override
  public Answer read(Pages pages, Mapping mapping) throws IOException {
    List<Quote> quotes = new ArrayList<>();
    for (JsonNode flavour : Json.list(pages.json(Call.get(path)), "hardware")) {
      JsonNode accelerator = flavour.path("accelerator");
      if (accelerator.isObject() && !Json.text(accelerator, "type").equals("cpu")) {
        String key = Json.text(flavour, "name");
        quotes.add(Quote.usd(key, hour(key, flavour)));
      }
    }
    return Answer.of(quotes);
  }

  private static BigDecimal hour(String key, JsonNode flavour) {
    String unit = Json.text(flavour, "unitLabel").toLowerCase(Locale.ROOT);
    BigDecimal units =
        switch (unit) {
          case "minute", "minutes", "min", "" -> MINUTES;
          case "hour", "hours", "hr" -> BigDecimal.ONE;
          default -> throw new ImportException(key + " is priced by the " + unit + ".");
        };
    BigDecimal micro = Json.decimal(flavour, "unitCostMicroUSD");
    BigDecimal usd =
        micro == null ? Json.decimal(flavour, "unitCostUSD") : micro.movePointLeft(MICRO);
    return usd == null ? null : usd.multiply(units).setScale(CENTS, RoundingMode.HALF_UP);
  }
}
