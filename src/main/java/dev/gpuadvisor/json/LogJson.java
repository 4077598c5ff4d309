package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Shortlist;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.log.StartupLog;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A start-up log beside the estimate of the same settings. */
public record LogJson(JsonGenerator json, Texts texts, LocalDate today) {

  /**
   * @param estimated sizes by the names that the log's have
   */
  public void write(
      StartupLog log,
      Optional<Card> card,
      Map<String, Double> estimated,
      Recommendation recommendation)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("read");
    json.writeStringField("runtime", log.runtime());
    if (log.release().isPresent()) {
      json.writeStringField("release", log.release().get());
    }
    if (card.isPresent()) {
      json.writeStringField("card", card.get().id());
    }
    json.writeObjectFieldStart("settings");
    for (Map.Entry<String, String> setting : log.settings().entrySet()) {
      json.writeStringField(setting.getKey(), setting.getValue());
    }
    json.writeEndObject();
    if (log.outcome().isPresent()) {
      json.writeStringField("outcome", Json.name(log.outcome().get()));
    }
    json.writeEndObject();
    parts(log, estimated);
    json.writeFieldName("recommendation");
    new RecommendationJson(json, texts, today).write(recommendation, Shortlist.of(recommendation));
    json.writeEndObject();
  }

  private void parts(StartupLog log, Map<String, Double> estimated) throws IOException {
    json.writeArrayFieldStart("parts");
    for (Map.Entry<String, Double> part : log.parts().entrySet()) {
      json.writeStartObject();
      json.writeStringField("part", part.getKey());
      decimal("measured", part.getValue());
      Double own = estimated.get(part.getKey());
      if (own != null) {
        decimal("estimated", own);
        decimal("difference", own - part.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void decimal(String name, double number) throws IOException {
    Json.number(json, name, BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP));
  }
}
