package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object of the catalogue. Every field is asked for by name and type; {@link #end} then
 * refuses the fields that nobody asked for.
 */
final class Entry {

  private final Place place;
  private final JsonObject node;

  /** Which fields of the object were asked for, and every name that was, also more than once. */
  private final boolean[] seen;

  private String[] asked = new String[32];
  private int questions;

  private Entry(Place place, JsonObject node) {
    this.place = place;
    this.node = node;
    this.seen = new boolean[node.size()];
  }

  static Entry top(String file, Object node) {
    return at(new Place(file, "", ""), node);
  }

  private static Entry at(Place place, Object node) {
    if (node instanceof JsonObject fields) {
      return new Entry(place, fields);
    }
    throw place.fault("must be an object");
  }

  String text(String field) {
    String text = note(field);
    if (text.isBlank()) {
      throw fault(field, "must not be blank");
    }
    return text;
  }

  /** A text that may be empty. */
  String note(String field) {
    return required(field, String.class, "a text");
  }

  boolean flag(String field) {
    return required(field, Boolean.class, "true or false");
  }

  int count(String field) {
    return count(field, 1);
  }

  int count(String field, int least) {
    JsonNumber value = required(field, JsonNumber.class, "a whole number");
    long count = value.fits() ? value.value().longValue() : Long.MAX_VALUE;
    if (value.whole() && count > Integer.MAX_VALUE) {
      throw fault(field, "must be a whole number, not " + value);
    }
    if (!value.whole() || count < least) {
      throw fault(field, "must be a whole number from " + least + " on, not " + value);
    }
    return (int) count;
  }

  long bigCount(String field, long least) {
    JsonNumber value = required(field, JsonNumber.class, "a whole number");
    if (!value.whole()) {
      throw fault(field, "must be a whole number, not " + value);
    }
    if (!value.fits() || value.value().longValue() < least) {
      throw fault(field, "must be a whole number from " + least + " on, not " + value);
    }
    return value.value().longValue();
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
    return has(field) && node.value(field) instanceof List<?>;
  }

  double measure(String field) {
    JsonNumber value = required(field, JsonNumber.class, "a number");
    if (value.value().signum() <= 0) {
      throw fault(field, "must be above 0, not " + value);
    }
    return value.value().doubleValue();
  }

  Optional<Double> optionalMeasure(String field) {
    return has(field) ? Optional.of(measure(field)) : Optional.empty();
  }

  /** Money: written as a text, so that no reader on the way takes it for a float. */
  BigDecimal money(String field) {
    String text = text(field);
    BigDecimal amount = MoneyText.read(text).orElse(null);
    if (amount == null) {
      throw fault(field, "must be a decimal in quotes such as \"0.00019\", not \"" + text + "\"");
    }
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
    List<String> texts = texts(field, least);
    List<T> chosen = new ArrayList<>(texts.size());
    for (String text : texts) {
      chosen.add(choice.meaning(text).orElseThrow(() -> unknown(field, text, choice.names())));
    }
    return List.copyOf(chosen);
  }

  List<String> texts(String field, int least) {
    List<?> values = list(field, least);
    if (values.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(values.size());
    for (Object value : values) {
      if (!(value instanceof String text) || text.isBlank()) {
        throw fault(field, "must hold texts that are not blank, not " + JsonTree.text(value));
      }
      if (texts.contains(text)) {
        throw fault(field, JsonTree.text(value) + " stands twice");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  Entry object(String field) {
    return at(place.field(field), required(field, JsonObject.class, "an object"));
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
    for (Object value : list(field, least)) {
      Object id = value instanceof JsonObject fields ? fields.value("id") : null;
      String named = id instanceof String text ? text : "#" + (entries.size() + 1);
      entries.add(at(place.entry(named), value));
    }
    return entries;
  }

  /** The fields of an object whose names are data. */
  List<String> names() {
    return node.names();
  }

  /**
   * @throws CatalogException if there are fields that nobody asked for
   */
  void end() {
    for (int at = 0; at < seen.length; at++) {
      if (!seen[at]) {
        List<String> allowed = Arrays.asList(asked).subList(0, questions);
        throw unknown(node.name(at), new LinkedHashSet<>(allowed));
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
    return find(field) >= 0;
  }

  /** Where a field stands that is asked for; -1 where it is left out. */
  private int find(String field) {
    if (questions == asked.length) {
      asked = Arrays.copyOf(asked, 2 * questions);
    }
    asked[questions++] = field;
    int at = node.find(field);
    if (at >= 0) {
      seen[at] = true;
    }
    return at;
  }

  private List<?> list(String field, int least) {
    List<?> list = required(field, List.class, "a list");
    if (list.size() < least) {
      throw fault(field, "must not be empty");
    }
    return list;
  }

  private <T> T required(String field, Class<T> type, String name) {
    int at = find(field);
    if (at < 0) {
      throw fault(field, "is missing");
    }
    Object value = node.value(at);
    if (!type.isInstance(value)) {
      throw fault(field, "must be " + name + ", not " + JsonTree.text(value));
    }
    return type.cast(value);
  }
}
