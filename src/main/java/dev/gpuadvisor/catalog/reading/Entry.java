package dev.gpuadvisor.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.AllowedValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A JSON object of the catalogue. Every field is asked for by name and type; {@link #end} then
 * refuses the fields that nobody asked for.
 */
final class Entry {

  private final Place place;
  private final JsonNode node;
  private final Set<String> asked = new LinkedHashSet<>();

  private Entry(Place place, JsonNode node) {
    this.place = place;
    this.node = node;
  }

  static Entry top(String file, JsonNode node) {
    return at(new Place(file, "", ""), node);
  }

  private static Entry at(Place place, JsonNode node) {
    if (node == null || !node.isObject()) {
      throw place.fault("must be an object");
    }
    return new Entry(place, node);
  }

  String text(String field) {
    String text = note(field);
    if (text.isBlank()) {
      throw fault(field, "must not be blank");
    }
    return text;
  }

  /** A text that may be empty; what a hundred entries say lies in the image once. */
  String note(String field) {
    return required(field, JsonNode::isTextual, "a text").textValue().intern();
  }

  boolean flag(String field) {
    return required(field, JsonNode::isBoolean, "true or false").booleanValue();
  }

  int count(String field) {
    return count(field, 1);
  }

  int count(String field, int least) {
    JsonNode value = required(field, JsonNode::canConvertToInt, "a whole number");
    if (!value.isIntegralNumber() || value.intValue() < least) {
      throw fault(field, "must be a whole number from " + least + " on, not " + value);
    }
    return value.intValue();
  }

  long bigCount(String field, long least) {
    JsonNode value = required(field, JsonNode::isIntegralNumber, "a whole number");
    if (!value.canConvertToLong() || value.longValue() < least) {
      throw fault(field, "must be a whole number from " + least + " on, not " + value);
    }
    return value.longValue();
  }

  /** A count that may be left out. */
  int countOr(String field, int otherwise) {
    return has(field) ? count(field, 0) : otherwise;
  }

  /** A big count that may be left out. */
  long bigCountOr(String field, long otherwise) {
    return has(field) ? bigCount(field, 0) : otherwise;
  }

  /** Whether a field holds a list, where it may hold something else. */
  boolean isList(String field) {
    return has(field) && node.get(field).isArray();
  }

  double measure(String field) {
    JsonNode value = required(field, JsonNode::isNumber, "a number");
    if (value.decimalValue().signum() <= 0) {
      throw fault(field, "must be above 0, not " + value);
    }
    return value.doubleValue();
  }

  Optional<Double> optionalMeasure(String field) {
    return has(field) ? Optional.of(measure(field)) : Optional.empty();
  }

  /** Money: written as a text, so that no reader on the way takes it for a float. */
  BigDecimal money(String field) {
    String text = text(field);
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,12})?")) {
      throw fault(field, "must be a decimal in quotes such as \"0.00019\", not \"" + text + "\"");
    }
    BigDecimal amount = new BigDecimal(text);
    if (amount.signum() == 0) {
      throw fault(field, "must be above 0, not " + text);
    }
    return amount;
  }

  <T> T choice(String field, AllowedValues<T> choice) {
    String text = text(field);
    return choice.meaning(text).orElseThrow(() -> unknown(field, text, choice.names()));
  }

  <T> List<T> choices(String field, AllowedValues<T> choice, int least) {
    List<T> chosen = new ArrayList<>();
    for (String text : texts(field, least)) {
      chosen.add(choice.meaning(text).orElseThrow(() -> unknown(field, text, choice.names())));
    }
    return List.copyOf(chosen);
  }

  List<String> texts(String field, int least) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(field, least)) {
      if (!value.isTextual() || value.textValue().isBlank()) {
        throw fault(field, "must hold texts that are not blank, not " + value);
      }
      if (texts.contains(value.textValue())) {
        throw fault(field, value + " stands twice");
      }
      texts.add(value.textValue().intern());
    }
    return List.copyOf(texts);
  }

  Entry object(String field) {
    return at(place.field(field), required(field, JsonNode::isObject, "an object"));
  }

  Optional<Entry> optionalObject(String field) {
    return has(field) ? Optional.of(object(field)) : Optional.empty();
  }

  /** The entries of a list, each named by its {@code id}. */
  List<Entry> entries(String field) {
    return entries(field, 1);
  }

  /** The same of at least so many. */
  List<Entry> entries(String field, int least) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode value : list(field, least)) {
      String id = value.path("id").asText("#" + (entries.size() + 1));
      entries.add(at(place.entry(id), value));
    }
    return entries;
  }

  /** The fields of an object whose names are data. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * @throws CatalogException if there are fields that nobody asked for
   */
  void end() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        throw unknown(name, asked);
      }
    }
  }

  CatalogException fault(String field, String what) {
    return place.field(field).fault(what);
  }

  private CatalogException unknown(String field, Iterable<String> allowed) {
    return fault(field, "is unknown; allowed: " + String.join(", ", allowed));
  }

  private CatalogException unknown(String field, String value, Iterable<String> allowed) {
    return fault(field, "'" + value + "' is unknown; allowed: " + String.join(", ", allowed));
  }

  boolean has(String field) {
    asked.add(field);
    return node.has(field);
  }

  private JsonNode list(String field, int least) {
    JsonNode list = required(field, JsonNode::isArray, "a list");
    if (list.size() < least) {
      throw fault(field, "must not be empty");
    }
    return list;
  }

  private JsonNode required(String field, Predicate<JsonNode> type, String name) {
    if (!has(field)) {
      throw fault(field, "is missing");
    }
    JsonNode value = node.get(field);
    if (!type.test(value)) {
      throw fault(field, "must be " + name + ", not " + value);
    }
    return value;
  }
}
