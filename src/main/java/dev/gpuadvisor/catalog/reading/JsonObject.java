package dev.gpuadvisor.catalog.reading;

import java.util.Arrays;
import java.util.List;

/**
 * The fields of a JSON object, in their order. There are a dozen: going through them is quicker
 * than a table, and a price file of 250 offers, which a function reads at its start, is half as
 * large in memory.
 */
final class JsonObject {

  private String[] names;
  private Object[] values;
  private int size;

  /** Whether another object has the same array of names. */
  private boolean shared;

  /** Behind what was found last: fields are mostly asked for in their order. */
  private int next;

  /**
   * @param room for so many fields; more make more
   */
  JsonObject(int room) {
    this(new String[room], false);
  }

  private JsonObject(String[] names, boolean shared) {
    this.names = names;
    this.values = new Object[names.length];
    this.shared = shared;
  }

  /** One without fields yet that probably gets the fields of another, which gets no more. */
  static JsonObject like(JsonObject other) {
    return new JsonObject(other.names, true);
  }

  /** Adds the field that the other object has at this place; it is not asked whether it does. */
  void addAlike(Object value) {
    values[size++] = value;
  }

  /**
   * @param name that is not there yet, as the parser gives it: the same string for the same name
   */
  void add(String name, Object value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size + 4);
      values = Arrays.copyOf(values, 2 * size + 4);
      shared = false;
    } else if (shared) {
      names = names.clone();
      shared = false;
    }
    names[size] = name;
    values[size++] = value;
  }

  /**
   * Where a field stands; -1 where there is none of this name.
   *
   * @param name a constant, or interned as constants and the names of a file are: the same name is
   *     the same string
   */
  int find(String name) {
    String[] given = names;
    if (next < size && given[next] == name) {
      return next++;
    }
    for (int at = 0; at < size; at++) {
      if (given[at] == name) {
        next = at + 1;
        return at;
      }
    }
    assert !names().contains(name) : name + " is not interned";
    return -1;
  }

  /** Whether it is known to have the same fields in the same order. */
  boolean isLike(JsonObject other) {
    return names == other.names && size == other.size;
  }

  int size() {
    return size;
  }

  String name(int at) {
    return names[at];
  }

  Object value(int at) {
    return values[at];
  }

  /** Null where there is no such field. */
  Object value(String name) {
    int at = find(name);
    return at < 0 ? null : values[at];
  }

  List<String> names() {
    return List.of(Arrays.copyOf(names, size));
  }
}
