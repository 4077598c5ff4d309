package dev.gpuadvisor.unlisted;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Configurations of models that people run, each with what is true of it. */
public final class PublishedConfigs {

  private static final List<Row> ROWS = read();

  private PublishedConfigs() {}

  /** One of them; sizes of caches in 10^6 bytes of one sequence. */
  public record Row(JsonNode json) {

    public String id() {
      return json.path("id").asText();
    }

    public String config() {
      return json.path("config").toString();
    }

    public long parameters() {
      return json.path("parameters").asLong();
    }

    public String format() {
      return json.path("format").asText();
    }

    public double number(String field) {
      return json.path(field).asDouble();
    }

    ConfigModel.Read read() {
      return ConfigModel.read(ConfigFields.parse(config()).orElseThrow());
    }

    @Override
    public String toString() {
      return id();
    }
  }

  public static List<Row> all() {
    return ROWS;
  }

  private static List<Row> read() {
    try (InputStream file = PublishedConfigs.class.getResourceAsStream("/models/configs.jsonl")) {
      ObjectMapper mapper =
          JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> new Row(tree(mapper, line)))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode tree(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
