package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.Optional;

/** The picks and the fallback chain; a pick that there is not is null. */
record PicksJson(JsonGenerator json, Texts texts, Optional<Exchange> exchange) {

  void write(Picks picks) throws IOException {
    json.writeObjectFieldStart("picks");
    write("recommended", picks.recommended());
    write("budget", picks.budget());
    write("headroom", picks.headroom());
    json.writeEndObject();
    json.writeArrayFieldStart("fallbacks");
    for (Picks.Fallback fallback : picks.fallbacks()) {
      json.writeStartObject();
      AssessmentJson.writeOffer(json, fallback.assessment());
      Json.number(json, "usd_per_hour", fallback.assessment().bill().usdPerHour());
      if (fallback.differencePercent().isPresent()) {
        Json.number(json, "difference_percent", fallback.differencePercent().get());
      }
      json.writeStringField("supply", Json.name(fallback.assessment().offer().supply()));
      replicas(fallback.assessment());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(String name, Optional<Picks.Pick> pick) throws IOException {
    json.writeFieldName(name);
    if (pick.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    AssessmentJson.writeOffer(json, pick.get().assessment());
    PriceJson.write(json, pick.get().assessment().bill(), exchange);
    Json.number(json, "memory_percent", pick.get().assessment().memoryPercent());
    json.writeStringField("supply", Json.name(pick.get().assessment().offer().supply()));
    replicas(pick.get().assessment());
    TrainingJson.writeRun(json, pick.get().assessment().bill());
    json.writeStringField("reason", texts.write(pick.get().reason()));
    json.writeEndObject();
  }

  /** Where a load takes so many. */
  private void replicas(Assessment assessment) throws IOException {
    if (assessment.plan().isPresent()) {
      json.writeNumberField("replicas", assessment.plan().get().replicas());
    }
  }
}
