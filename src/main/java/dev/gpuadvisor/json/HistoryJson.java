package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.PriceHistory;
import dev.gpuadvisor.catalog.PricePoint;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.time.LocalDate;

/** How a price moved. */
final class HistoryJson {

  private HistoryJson() {}

  static void write(JsonGenerator json, PriceHistory history, LocalDate today) throws IOException {
    json.writeObjectFieldStart("history");
    json.writeStringField("since", history.last().since().toString());
    Json.number(json, "lowest_usd_per_hour", history.lowest());
    Json.number(json, "highest_usd_per_hour", history.highest());
    Json.number(json, "change_percent_90_days", history.changePercent(today));
    json.writeArrayFieldStart("prices");
    for (PricePoint point : history.points()) {
      json.writeStartObject();
      json.writeStringField("since", point.since().toString());
      Json.number(json, "usd_per_hour", point.usdPerHour());
      json.writeStringField("source", point.source());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
