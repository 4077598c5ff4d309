package dev.gpuadvisor.catalog.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which fields are asked for in entries of one kind: those of one list, or what these hold under
 * one name. Each is noted once, whichever entry it was asked of: a field that no entry has is told
 * all that some entry may have.
 */
final class Questions {

  /** Where it has not been looked; -1 where there is no such field. */
  private static final int UNKNOWN = -2;

  private String[] names = new String[8];
  private int size;

  /** Where the entry that was asked last has each of these fields. */
  private int[] places = new int[names.length];

  private JsonObject asked;

  /** Behind what was asked for last: entries are mostly asked for the same in turn. */
  private int next;

  private final List<String> fields = new ArrayList<>(1);
  private final List<Questions> inner = new ArrayList<>(1);

  /**
   * Where an entry has a field; -1 where it is left out. Entries that have the same fields, as most
   * of a list have, are not looked through again.
   *
   * @param name the same string for the same name, as {@link JsonObject#find} wants it
   */
  int find(String name, JsonObject entry) {
    int question = number(name);
    if (entry != asked) {
      if (asked == null || !entry.isLike(asked)) {
        Arrays.fill(places, UNKNOWN);
      }
      asked = entry;
    }
    if (places[question] == UNKNOWN) {
      places[question] = entry.find(name);
    }
    return places[question];
  }

  private int number(String name) {
    int last = Math.max(0, next - 1); // mostly that one again, or the next
    for (int i = 0; i < size; i++) {
      int at = last + i < size ? last + i : last + i - size;
      if (names[at] == name) {
        next = at + 1;
        return at;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    names[size] = name;
    places[size] = UNKNOWN;
    next = size + 1;
    return size++;
  }

  /** Of what the entries hold under this name. */
  Questions in(String name) {
    int at = fields.indexOf(name);
    if (at >= 0) {
      return inner.get(at);
    }
    Questions questions = new Questions();
    fields.add(name);
    inner.add(questions);
    return questions;
  }

  List<String> names() {
    return List.of(Arrays.copyOf(names, size));
  }
}
