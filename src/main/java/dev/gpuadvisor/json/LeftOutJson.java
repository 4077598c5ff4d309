package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Shortlist.LeftOut;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.List;

/** Assessments that are not spelled out, counted by what was found of them. */
final class LeftOutJson {

  private LeftOutJson() {}

  static void write(JsonGenerator json, List<LeftOut> leftOut) throws IOException {
    json.writeArrayFieldStart("left_out");
    for (LeftOut each : leftOut) {
      json.writeStartObject();
      json.writeStringField("verdict", Json.name(each.verdict()));
      json.writeNumberField("count", each.count());
      write(json, "cheapest", each.cheapest());
      write(json, "largest", each.largest());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, Assessment assessment)
      throws IOException {
    json.writeObjectFieldStart(name);
    AssessmentJson.writeOffer(json, assessment);
    Json.number(json, "usd_per_hour", assessment.price().perHour());
    json.writeEndObject();
  }
}
