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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a {@code config.json} as they are written, those of the objects inside by dotted
 * names ({@code text_config.hidden_size}). What lies deeper is of no interest here.
 */
public final class ConfigFields {

  /** Configurations have some fifty fields. */
  private static final int MOST = 1000;

  /** A list names each layer at most. */
  private static final int LONGEST_LIST = 1024;

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
    if (fields.readObject(parser, "")) {
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

  private boolean readObject(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (values.size() >= MOST) {
        return false;
      }
      if (token == JsonToken.START_OBJECT && prefix.isEmpty()) {
        if (!readObject(parser, name + ".")) {
          return false;
        }
      } else if (token == JsonToken.START_ARRAY) {
        values.put(name, new Value(token, "[...]", items(parser)));
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        values.put(name, new Value(token, parser.getText(), List.of()));
      } else {
        parser.skipChildren();
      }
    }
    return true;
  }

  /** Scalars of a list; what is too long for one of layers is cut. */
  private static List<String> items(JsonParser parser) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
      } else if (items.size() < LONGEST_LIST) {
        items.add(parser.getText());
      }
    }
    return items;
  }

  /** Null counts as not given: configurations write it where there is nothing. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** As it is written; empty where it is not given. */
  String written(String name) {
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

  /** Empty where it is no whole number between these. */
  Optional<Integer> count(String name, int least, int most) {
    return ofType(name, JsonToken.VALUE_NUMBER_INT)
        .map(Value::text)
        .filter(digits -> digits.length() <= 9) // more than any bound, and safe to parse
        .map(Integer::valueOf)
        .filter(number -> number >= least && number <= most);
  }

  /** Empty where it is no list. */
  Optional<List<String>> items(String name) {
    return ofType(name, JsonToken.START_ARRAY).map(Value::items);
  }

  private Optional<Value> ofType(String name, JsonToken token) {
    return Optional.ofNullable(values.get(name)).filter(value -> value.token() == token);
  }
}
