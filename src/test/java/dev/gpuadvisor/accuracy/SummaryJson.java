package dev.gpuadvisor.accuracy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What {@code GET /v1/accuracy} answers. */
record SummaryJson(JsonGenerator json) {

  static byte[] bytes(
      List<MemoryRow> memory, List<SpeedRow> speed, List<TuningRow> tuning, List<String> sources) {
    return Json.bytes(json -> new SummaryJson(json).write(memory, speed, tuning, sources));
  }

  private void write(
      List<MemoryRow> memory, List<SpeedRow> speed, List<TuningRow> tuning, List<String> sources)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("memory");
    writeGroups(memory, Grouping.OF_INFERENCE);
    json.writeArrayFieldStart("rules_of_thumb");
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      write(rule.text(), Errors.of(rule, memory));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("speed");
    writeGroups(speed, Grouping.OF_INFERENCE);
    json.writeEndObject();
    json.writeObjectFieldStart("fine_tuning");
    writeGroups(tuning, Grouping.OF_TUNING);
    json.writeEndObject();
    Json.strings(json, "sources", sources);
    json.writeEndObject();
  }

  private void writeGroups(List<? extends Row> rows, List<Grouping> groupings) throws IOException {
    json.writeFieldName("all");
    write("all", Errors.of(rows));
    for (Grouping grouping : groupings) {
      json.writeArrayFieldStart(grouping.field());
      for (Map.Entry<String, Errors> group : grouping.errors(rows).entrySet()) {
        write(group.getKey(), group.getValue());
      }
      json.writeEndArray();
    }
  }

  private void write(String name, Errors errors) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeNumberField("rows", errors.rows());
    percent("mean_error_percent", errors.mean());
    percent("median_error_percent", errors.median());
    percent("worst_error_percent", errors.worst());
    percent("lowest_error_percent", errors.lowest());
    percent("within_20_percent", errors.within(20) * 100);
    json.writeEndObject();
  }

  private void percent(String name, double percent) throws IOException {
    Json.number(json, name, BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP));
  }
}
