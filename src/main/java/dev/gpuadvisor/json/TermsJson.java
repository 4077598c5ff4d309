package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Region;
import dev.gpuadvisor.catalog.Sale;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;

/** On what terms an offer is sold. */
final class TermsJson {

  private TermsJson() {}

  static void write(JsonGenerator json, Terms terms) throws IOException {
    if (terms.minimumSeconds() > 0) {
      json.writeNumberField("minimum_seconds", terms.minimumSeconds());
    }
    json.writeBooleanField("scales_to_zero", terms.scalesToZero());
    Json.strings(json, "includes", terms.includes().stream().map(Json::name).toList());
  }

  static void write(JsonGenerator json, Sale sale, Terms terms) throws IOException {
    json.writeStringField("market", Json.name(sale.market()));
    if (sale.months() > 0) {
      json.writeNumberField("term_months", sale.months());
    }
    if (sale.market() == Market.SPOT && terms.noticeSeconds() > 0) {
      json.writeNumberField("interruption_notice_seconds", terms.noticeSeconds());
    }
    if (sale.region().isPresent()) {
      write(json, sale.region().get());
    }
  }

  private static void write(JsonGenerator json, Region region) throws IOException {
    json.writeStringField("region", region.name());
    if (region.country().isPresent()) {
      json.writeStringField("country", region.country().get());
    }
    if (region.continent().isPresent()) {
      json.writeStringField("continent", Json.name(region.continent().get()));
    }
  }
}
