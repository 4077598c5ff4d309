package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.NameIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that an object may have, by their names, each with those within it. What is an array
 * has the fields of its entries.
 *
 * @param fields in the order in which they are told
 */
public record FieldNames(Map<String, FieldNames> fields) {

  public static final FieldNames NONE = new FieldNames(Map.of());

  private static final int MOST_ELSEWHERE = 5;

  /** Those of two objects of which either may be there. */
  public FieldNames and(FieldNames other) {
    if (fields.isEmpty() || other.fields.isEmpty()) {
      return fields.isEmpty() ? other : this;
    }
    Map<String, FieldNames> both = new LinkedHashMap<>(fields);
    other.fields.forEach((name, within) -> both.merge(name, within, FieldNames::and));
    return new FieldNames(both);
  }

  /** Null where there is none. */
  FieldNames within(String name) {
    return fields.get(name);
  }

  /** All of them, as they are written from the top. */
  List<String> paths(String above) {
    return fields.keySet().stream().map(name -> above + name).toList();
  }

  /** What may have been meant: the like of it here, or the same name further down. */
  List<String> meant(String name, String above) {
    if (fields.isEmpty()) { // nothing is in it: it is meant itself
      return List.of(above.substring(0, above.length() - 1));
    }
    List<String> like =
        NameIndex.meant(name, List.copyOf(fields.keySet())).stream()
            .map(each -> above + each)
            .toList();
    if (!like.isEmpty()) {
      return like;
    }
    List<String> below = new ArrayList<>();
    Map<String, FieldNames> level = Map.of(above, this);
    while (!level.isEmpty() && below.isEmpty()) {
      Map<String, FieldNames> deeper = new LinkedHashMap<>();
      level.forEach(
          (path, names) ->
              names.fields.forEach(
                  (field, within) -> {
                    if (field.equals(name)) {
                      below.add(path + field);
                    }
                    deeper.put(path + field + '.', within);
                  }));
      level = deeper;
    }
    return below.stream().limit(MOST_ELSEWHERE).toList();
  }
}
