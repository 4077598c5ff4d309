package dev.gpuadvisor.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * {@code model.safetensors.index.json}: how many bytes all files of a model hold together. What
 * follows, the file of each tensor, is not read: of large models it has megabytes.
 */
final class WeightIndex {

  private static final int MOST_DIGITS = 16;

  private WeightIndex() {}

  /** 0 where it is not said at the start, where it belongs. */
  static long totalSize(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return 0;
    }
    for (String field; (field = json.nextFieldName()) != null; ) {
      boolean about = json.nextToken() == JsonToken.START_OBJECT && field.equals("metadata");
      if (about) {
        return ofMetadata(json);
      }
      json.skipChildren();
    }
    return 0;
  }

  /** As a number, which some writers give a fraction of zero. */
  private static long ofMetadata(JsonParser json) throws IOException {
    long size = 0;
    for (String field; (field = json.nextFieldName()) != null; ) {
      JsonToken token = json.nextToken();
      if (field.equals("total_size") && token.isNumeric()) {
        String text = json.getText();
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean digits = whole.chars().allMatch(each -> each >= '0' && each <= '9');
        size = digits && whole.length() <= MOST_DIGITS ? Long.parseLong(whole) : 0;
      } else {
        json.skipChildren();
      }
    }
    return size;
  }
}
