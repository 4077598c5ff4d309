package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Optional;

/** A price for the three lengths of time that people compare. */
final class PriceJson {

  private PriceJson() {}

  /**
   * @param exchange of the currency that they are told in besides
   */
  static void write(JsonGenerator json, Bill bill, Optional<Exchange> exchange) throws IOException {
    json.writeObjectFieldStart("price");
    Json.number(json, "usd_per_second", bill.usdPerSecond());
    Json.number(json, "usd_per_hour", bill.usdPerHour());
    Json.number(json, "usd_per_month", bill.usdPerMonth());
    if (exchange.isPresent()) {
      json.writeStringField("currency", exchange.get().currency());
      Json.number(json, "per_hour", exchange.get().of(bill.usdPerHour()));
      Json.number(json, "per_month", exchange.get().cents(bill.usdPerMonth()));
    }
    json.writeEndObject();
  }
}
