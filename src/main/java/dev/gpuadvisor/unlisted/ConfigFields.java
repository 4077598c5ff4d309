package dev.gpuadvisor.unlisted;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a {@code config.json} as they are written, those of the objects inside by dotted
 * names ({@code text_config.hidden_size}, {@code block_configs.3.ffn.no_op}).
 */
public final class ConfigFields {

  /** Configurations have some fifty fields, those with a block for each layer some thousands. */
  private static final int MOST = 20_000;

  /** What lies deeper is of no interest. */
  private static final int DEEPEST = 6;

  /** A list names each layer at most, or each matrix that is left in 16 bit. */
  private static final int LONGEST_LIST = 1 << 16;

  private static final List<String> FURTHER =
      List.of(
          "num_nextn_predict_layers",
          "mtp_num_hidden_layers",
          "num_mtp_modules",
          "text_config.num_nextn_predict_layers",
          "text_config.mtp_num_hidden_layers",
          "text_config.num_mtp_modules");

  private static final Set<JsonToken> COUNTABLE =
      EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT, JsonToken.VALUE_STRING);

  /** Nine digits are more than any bound, and safe to parse. */
  private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,9})(?:[.]0{1,9})?");

  /** A value that is no object. */
  private record Value(JsonToken token, String text, List<String> items) {}

  private final Map<String, Value> values = new HashMap<>();

  private ConfigFields() {}

  /** Empty where this is no JSON object, or one that no model has. */
  public static Optional<ConfigFields> parse(String json) {
    try (JsonParser parser = Json.parser(json.getBytes(UTF_8))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Optional<ConfigFields> fields = read(parser);
      return parser.nextToken() == null ? fields : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException(e); // there is no file
    }
  }

  /**
   * The object that the parser stands at the start of; it then stands at its end. Empty where no
   * model has such a one.
   *
   * @throws JsonProcessingException where it is not JSON
   */
  public static Optional<ConfigFields> read(JsonParser parser) throws IOException {
    JsonStreamContext outside = parser.getParsingContext().getParent();
    ConfigFields fields = new ConfigFields();
    if (fields.readObject(parser, "", 0)) {
      return Optional.of(fields);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT || parser.getParsingContext() != outside) {
      requireMore(parser);
    }
    return Optional.empty();
  }

  private static void requireMore(JsonParser parser) throws IOException {
    if (parser.currentToken() == null) {
      throw new JsonEOFException(parser, null, "cut off");
    }
  }

  private boolean readObject(JsonParser parser, String prefix, int depth) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (!readValue(parser, prefix + name, name, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean readValue(JsonParser parser, String path, String name, int depth)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (values.size() >= MOST) {
      return false;
    }
    if (token == JsonToken.START_OBJECT && MatrixEntries.isAt(name)) {
      values.put(
          path,
          new Value(JsonToken.START_ARRAY, "[...]", MatrixEntries.read(parser, LONGEST_LIST)));
    } else if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
      values.put(path, new Value(token, "{...}", List.of()));
      return readObject(parser, path + ".", depth + 1);
    } else if (token == JsonToken.START_ARRAY) {
      return readList(parser, path, depth);
    } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) { // null is not given
      values.put(path, new Value(token, parser.getText(), List.of()));
    } else {
      parser.skipChildren();
    }
    return true;
  }

  /** Scalars as items; objects by their place in the list. */
  private boolean readList(JsonParser parser, String path, int depth) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String text = parser.getText();
      if (parser.currentToken() == JsonToken.START_OBJECT && depth < DEEPEST) {
        if (!readObject(parser, path + "." + items.size() + ".", depth + 1)) {
          return false;
        }
      } else {
        parser.skipChildren();
      }
      if (items.size() < LONGEST_LIST) {
        items.add(text);
      }
    }
    values.put(path, new Value(JsonToken.START_ARRAY, "[...]", items));
    return true;
  }

  /** Whether it configures a part of a pipeline of diffusers, which makes images or video. */
  public boolean isOfDiffusers() {
    return has("_class_name") || has("_diffusers_version");
  }

  /** What it says that it configures: class, type and architectures, as far as they are given. */
  public String named() {
    return text("_class_name").orElse("")
        + " "
        + text("model_type").orElse("")
        + " "
        + String.join(" ", items("architectures").orElse(List.of()));
  }

  /** Whether it has layers that predict further tokens: published, and loaded only to speculate. */
  public boolean predictsFurther() {
    return FURTHER.stream().anyMatch(name -> count(name, 1, 64).isPresent());
  }

  /** The fields at the top. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    values.keySet().forEach(path -> names.add(path.split("\\.", 2)[0]));
    return names;
  }

  /** Names of what is within an object. */
  Set<String> within(String name) {
    Set<String> names = new TreeSet<>();
    String prefix = name + ".";
    for (String path : values.keySet()) {
      if (path.startsWith(prefix)) {
        names.add(path.substring(prefix.length()).split("\\.", 2)[0]);
      }
    }
    return names;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** As it is written; empty where it is not given. */
  public String written(String name) {
    return has(name) ? values.get(name).text() : "";
  }

  /** Empty where it is no text. */
  Optional<String> text(String name) {
    return ofType(name, JsonToken.VALUE_STRING).map(Value::text);
  }

  /** Empty where it is neither true nor false. */
  Optional<Boolean> flag(String name) {
    return ofType(name, JsonToken.VALUE_TRUE)
        .or(() -> ofType(name, JsonToken.VALUE_FALSE))
        .map(value -> value.token() == JsonToken.VALUE_TRUE);
  }

  /** Empty where it is no whole number between these, be it written {@code 8.0} or as a text. */
  Optional<Integer> count(String name, int least, int most) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> COUNTABLE.contains(value.token()))
        .map(value -> WHOLE.matcher(value.text()))
        .filter(Matcher::matches)
        .map(number -> Integer.valueOf(number.group(1)))
        .filter(number -> number >= least && number <= most);
  }

  /** Empty where it is no number. */
  Optional<Double> number(String name) {
    return ofType(name, JsonToken.VALUE_NUMBER_FLOAT)
        .or(() -> ofType(name, JsonToken.VALUE_NUMBER_INT))
        .map(value -> Double.valueOf(value.text()));
  }

  /** Empty where it is no list. */
  Optional<List<String>> items(String name) {
    return ofType(name, JsonToken.START_ARRAY).map(Value::items);
  }

  private Optional<Value> ofType(String name, JsonToken token) {
    return Optional.ofNullable(values.get(name)).filter(value -> value.token() == token);
  }
}
