package dev.gpuadvisor.catalog.reading;

import java.util.Arrays;
import java.util.List;

/**
 * The fields of a JSON object, in their order. There are a dozen: going through them is quicker
 * than a table, and a price file of 250 offers, which a function reads at its start, is half as
 * large in memory.
 */
final class JsonObject {

  private String[] names = new String[16];
  private Object[] values = new Object[16];
  private int size;

  /** Behind what was found last: fields are mostly asked for in their order. */
  private int next;

  /**
   * @param name as the parser gives it: the same string for the same name
   * @return false where the name is there already
   */
  boolean put(String name, Object value) {
    if (same(name) >= 0) {
      return false;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size++] = value;
    return true;
  }

  /** Where a field stands; -1 where there is none of this name. */
  int find(String name) {
    if (next < size && names[next] == name) {
      return next++;
    }
    int same = same(name); // as it mostly is: the parser interns, and so does the compiler
    if (same >= 0) {
      next = same + 1;
    }
    for (int at = 0; same < 0 && at < size; at++) {
      if (names[at].length() == name.length() && names[at].equals(name)) {
        return at;
      }
    }
    return same;
  }

  private int same(String name) {
    for (int at = 0; at < size; at++) {
      if (names[at] == name) {
        return at;
      }
    }
    return -1;
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
