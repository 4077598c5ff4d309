package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.speed.SpeedEstimate.Range;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.Optional;

/**
 * How fast, and what a million tokens cost then; always with what it rests on.
 *
 * @param basis the same sentence for every speed of an answer, so it is written and encoded once
 */
record SpeedJson(JsonGenerator json, SerializedString basis) {

  /** Empty for fine-tuning, whose speed is not estimated. */
  static Optional<SpeedJson> of(JsonGenerator json, Task task, Texts texts) {
    if (!(task instanceof Workload workload)) {
      return Optional.empty();
    }
    Message basis = Msg.Speed.basis(workload.tokens().concurrency());
    return Optional.of(new SpeedJson(json, new SerializedString(texts.write(basis))));
  }

  /**
   * @param bill empty where nothing is rented
   */
  void write(SpeedEstimate speed, Optional<Bill> bill) throws IOException {
    json.writeObjectFieldStart("speed");
    Range total = speed.totalPerSecond();
    json.writeObjectFieldStart("tokens_per_second");
    Json.oneDecimal(json, "low", speed.perSecond().low());
    Json.oneDecimal(json, "high", speed.perSecond().high());
    json.writeEndObject();
    json.writeObjectFieldStart("total_tokens_per_second");
    Json.oneDecimal(json, "low", total.low());
    Json.oneDecimal(json, "high", total.high());
    json.writeEndObject();
    json.writeObjectFieldStart("first_token_seconds");
    Json.seconds(json, "low", speed.firstTokenSeconds().low());
    Json.seconds(json, "high", speed.firstTokenSeconds().high());
    json.writeEndObject();
    if (speed.allAtOnce().isPresent()) {
      json.writeObjectFieldStart("first_token_all_at_once_seconds");
      Json.seconds(json, "low", speed.allAtOnce().get().low());
      Json.seconds(json, "high", speed.allAtOnce().get().high());
      json.writeEndObject();
    }
    if (bill.isPresent()) {
      json.writeObjectFieldStart("usd_per_million_tokens");
      Json.number(json, "low", bill.get().perMillionTokens(total.high()));
      Json.number(json, "high", bill.get().perMillionTokens(total.low()));
      json.writeEndObject();
    }
    json.writeFieldName("basis");
    json.writeString(basis);
    json.writeEndObject();
  }
}
