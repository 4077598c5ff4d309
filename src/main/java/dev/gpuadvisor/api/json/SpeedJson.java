package dev.gpuadvisor.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Price;
import dev.gpuadvisor.sizing.SpeedEstimate;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.Optional;

/** How fast, and what a million tokens cost then; always with what it rests on. */
final class SpeedJson {

  private SpeedJson() {}

  /**
   * @param price empty where nothing is rented
   */
  static void write(JsonGenerator json, SpeedEstimate speed, Optional<Price> price, Texts texts)
      throws IOException {
    json.writeObjectFieldStart("speed");
    json.writeObjectFieldStart("tokens_per_second");
    Json.oneDecimal(json, "low", speed.lowPerSecond());
    Json.oneDecimal(json, "high", speed.highPerSecond());
    json.writeEndObject();
    if (price.isPresent()) {
      json.writeObjectFieldStart("usd_per_million_tokens");
      int sequences = speed.concurrency();
      Json.number(json, "low", price.get().perMillionTokens(speed.highPerSecond() * sequences));
      Json.number(json, "high", price.get().perMillionTokens(speed.lowPerSecond() * sequences));
      json.writeEndObject();
    }
    json.writeStringField(
        "basis", texts.write(Message.of("speed.basis").count("sequences", speed.concurrency())));
    json.writeEndObject();
  }
}
