package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON object of the catalogue. Every field is asked for by name and type; {@link #end} then
 * refuses the fields that nobody asked for.
 */
final class Entry {

  private final Place place;
  private final JsonObject node;

  private final Questions questions;

  /** Which fields of the object were asked for. */
  private final boolean[] seen;

  private Entry(Place place, JsonObject node, Questions questions) {
    this.place = place;
    this.node = node;
    this.questions = questions;
    this.seen = new boolean[node.size()];
  }

  static Entry top(String file, Object node) {
    return at(new Place(file, "", ""), node, new Questions());
  }

  private static Entry at(Place place, Object node, Questions questions) {
    if (node instanceof JsonObject fields) {
      return new Entry(place, fields, questions);
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
    boolean fits = value.whole() && value.fits();
    if (!fits || value.value().longValue() < least) {
      String from = value.whole() ? " from " + least + " on" : "";
      throw fault(field, "must be a whole number" + from + ", not " + value);
    }
    return value.value().longValue();
  }

  int countOr(String field, int otherwise) {
    return has(field) ? count(field, 0) : otherwise;
  }

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
    return meaning(field, text(field), choice);
  }

  <T> List<T> choices(String field, AllowedValues<T> choice, int least) {
    return each(texts(field, least), text -> meaning(field, text, choice));
  }

  private <T> T meaning(String field, String text, AllowedValues<T> choice) {
    Optional<T> meaning = choice.meaning(text);
    if (meaning.isEmpty()) { // a supplier of the fault would be made for each value
      throw unknown(field, text, choice.names());
    }
    return meaning.get();
  }

  List<String> texts(String field, int least) {
    List<String> texts = each(list(field, least), value -> listed(field, value));
    for (int i = 1; i < texts.size(); i++) {
      if (texts.indexOf(texts.get(i)) < i) {
        throw fault(field, JsonTree.text(texts.get(i)) + " stands twice");
      }
    }
    return texts;
  }

  private static <F, T> List<T> each(List<F> values, Function<F, T> meaning) {
    if (values.size() == 1) { // mostly
      return List.of(meaning.apply(values.get(0)));
    }
    List<T> meant = new ArrayList<>(values.size());
    values.forEach(value -> meant.add(meaning.apply(value)));
    return List.copyOf(meant);
  }

  private String listed(String field, Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw fault(field, "must hold texts that are not blank, not " + JsonTree.text(value));
  }

  Entry object(String field) {
    JsonObject object = required(field, JsonObject.class, "an object");
    return at(place.field(field), object, questions.in(field));
  }

  Optional<Entry> optionalObject(String field) {
    return has(field) ? Optional.of(object(field)) : Optional.empty();
  }

  /** The entries of a list, each named by its {@code id}. */
  List<Entry> entries(String field) {
    return entries(field, 1);
  }

  List<Entry> entries(String field, int least) {
    List<?> values = list(field, least);
    Questions alike = questions.in(field);
    List<Entry> entries = new ArrayList<>(values.size());
    for (Object value : values) {
      Object id = value instanceof JsonObject fields ? fields.value("id") : null;
      String named = id instanceof String text ? text : "#" + (entries.size() + 1);
      entries.add(at(place.entry(named), value, alike));
    }
    return entries;
  }

  List<String> names() {
    return node.names();
  }

  /**
   * @throws CatalogException if there are fields that nobody asked for
   */
  void end() {
    for (int at = 0; at < seen.length; at++) {
      if (!seen[at]) {
        throw unknown(node.name(at), questions.names());
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
    int at = questions.find(field, node);
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
