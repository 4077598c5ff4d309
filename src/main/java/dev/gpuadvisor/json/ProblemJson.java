package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;

/** Problem documents as JSON. */
public final class ProblemJson {

  public static final String CONTENT_TYPE = "application/problem+json";

  private static final String TYPES = "urn:gpu-advisor:problem:";

  private ProblemJson() {}

  public static byte[] bytes(Problem problem, Texts texts) {
    return Json.bytes(json -> write(json, problem, texts));
  }

  private static void write(JsonGenerator json, Problem problem, Texts texts) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", TYPES + problem.kind());
    json.writeStringField("title", texts.write(problem.title()));
    json.writeNumberField("status", problem.status());
    json.writeStringField("detail", texts.write(problem.detail()));
    if (!problem.faults().isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (Fault fault : problem.faults()) {
        write(json, fault, texts);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Fault fault, Texts texts) throws IOException {
    json.writeStartObject();
    if (!fault.parameter().isEmpty()) {
      json.writeStringField("parameter", fault.parameter());
    }
    if (!fault.value().isEmpty()) {
      json.writeStringField("value", fault.value());
    }
    json.writeStringField("detail", texts.write(fault.detail()));
    if (!fault.allowed().isEmpty()) {
      Json.strings(json, "allowed", fault.allowed());
    }
    if (!fault.nearest().isEmpty()) {
      Json.strings(json, "nearest", fault.nearest());
    }
    json.writeEndObject();
  }
}
