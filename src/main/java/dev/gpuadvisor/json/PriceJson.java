package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;

/** A price for the three lengths of time that people compare. */
final class PriceJson {

  private PriceJson() {}

  static void write(JsonGenerator json, Price price, BigDecimal hoursPerMonth) throws IOException {
    json.writeObjectFieldStart("price");
    Json.number(json, "usd_per_second", price.perSecond());
    Json.number(json, "usd_per_hour", price.perHour());
    Json.number(json, "usd_per_month", price.perMonth(hoursPerMonth));
    json.writeEndObject();
  }
}
