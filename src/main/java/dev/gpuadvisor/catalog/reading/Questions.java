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

  private String[] names = new String[8];
  private int size;

  /** Behind what was asked for last: entries are mostly asked for the same in turn. */
  private int next;

  private final List<String> fields = new ArrayList<>(1);
  private final List<Questions> inner = new ArrayList<>(1);

  /**
   * @param name the same string for the same name, as {@link JsonObject#find} wants it
   */
  void note(String name) {
    String[] known = names;
    if (next < size && known[next] == name) {
      next++;
      return;
    }
    for (int at = 0; at < size; at++) {
      if (known[at] == name) {
        next = at + 1;
        return;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
    }
    names[size++] = name;
    next = size;
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
