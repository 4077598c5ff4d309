package dev.gpuadvisor.catalog.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Function;

/** Opens a file of the catalogue as the object that it must hold. */
final class JsonFile {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonFile() {}

  static Entry open(String file, Function<String, String> files) {
    String content = files.apply(file);
    if (content == null) {
      throw new CatalogException(file + ": no such file");
    }
    return Entry.top(file, parse(file, content));
  }

  private static JsonNode parse(String file, String content) {
    try {
      return MAPPER.readTree(content);
    } catch (JsonProcessingException e) {
      throw new CatalogException(file + ": not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
