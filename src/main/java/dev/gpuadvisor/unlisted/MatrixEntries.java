package dev.gpuadvisor.unlisted;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An object with an entry for each matrix, or for patterns of them, as a list of texts. */
final class MatrixEntries {

  private static final Set<String> NAMES =
      Set.of("quantized_layers", "dynamic", "extra_config", "layer_quant_config");

  /** What such an entry says of the matrix. */
  private static final Set<String> SAID = Set.of("quant_algo", "bits", "dtype");

  private MatrixEntries() {}

  static boolean isAt(String name) {
    return NAMES.contains(name);
  }

  /**
   * {@code model.layers.3.mlp.up_proj NVFP4}, {@code +:.*down_proj 8}, {@code +:.*down_proj 8/64}
   * with groups of 64.
   *
   * @param most that are kept of them
   */
  static List<String> read(JsonParser parser, int most) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String matrix = parser.currentName();
      String format = parser.nextToken() == JsonToken.START_OBJECT ? format(parser) : "";
      parser.skipChildren();
      if (items.size() < most) {
        items.add(matrix + " " + format);
      }
    }
    return items;
  }

  private static String format(JsonParser parser) throws IOException {
    String format = "";
    String group = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("weight") && token == JsonToken.START_OBJECT) {
        format = format(parser);
      }
      format = SAID.contains(name) ? parser.getText() : format;
      boolean ofGroup = name.equals("group_size") && token == JsonToken.VALUE_NUMBER_INT;
      group = ofGroup ? "/" + parser.getText() : group;
      parser.skipChildren();
    }
    boolean bits = !format.isEmpty() && format.chars().allMatch(Character::isDigit);
    return bits ? format + group : format;
  }
}
