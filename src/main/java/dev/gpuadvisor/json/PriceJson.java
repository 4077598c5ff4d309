package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;

/** A price for the three lengths of time that people compare. */
final class PriceJson {

  private PriceJson() {}

  static void write(JsonGenerator json, Bill bill) throws IOException {
    json.writeObjectFieldStart("price");
    Json.number(json, "usd_per_second", bill.price().perSecond());
    Json.number(json, "usd_per_hour", bill.usdPerHour());
    Json.number(json, "usd_per_month", bill.usdPerMonth());
    json.writeEndObject();
  }
}
