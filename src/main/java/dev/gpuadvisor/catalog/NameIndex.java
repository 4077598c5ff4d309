package dev.gpuadvisor.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Entries found by any of their names, however they are typed: case, blanks, hyphens and
 * underscores do not count. Immutable; the lists are made once.
 */
public final class NameIndex<T> {

  /** Longest name for which typos are searched. */
  private static final int LONGEST_MEANT = 40;

  private final Map<String, T> byKey;

  /** Each key and the id that it belongs to, side by side: they are only gone through. */
  private final List<String> keys;

  private final List<String> idOfKey;
  private final List<T> all;
  private final List<String> ids;
  private final Function<String, Optional<T>> byRule;

  private NameIndex(Builder<T> builder) {
    this.byKey = Map.copyOf(builder.byKey);
    this.keys = List.copyOf(builder.idByKey.keySet());
    this.idOfKey = List.copyOf(builder.idByKey.values());
    this.all = List.copyOf(builder.byId.values());
    this.ids = List.copyOf(builder.byId.keySet());
    this.byRule = builder.byRule;
  }

  /** By one of its names, or by the rule that the index has for names that no entry lists. */
  public Optional<T> find(String name) {
    String key = key(name);
    T entry = byKey.get(key);
    return entry == null ? byRule.apply(key) : Optional.of(entry);
  }

  /** All entries, in the order of the catalogue. */
  public List<T> all() {
    return all;
  }

  /** The names of the catalogue, in its order. */
  public List<String> ids() {
    return ids;
  }

  /** The ids whose names come nearest to what was typed, nearest first. */
  public List<String> nearest(String name, int count) {
    String typed = key(name);
    Map<String, Integer> distances = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      distances.merge(idOfKey.get(i), EditDistance.between(typed, keys.get(i)), Math::min);
    }
    return distances.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those of a few names that were probably meant: at most a third of what was typed differs. */
  public static List<String> meant(String typed, List<String> names) {
    return typed.length() > LONGEST_MEANT
        ? List.of()
        : within(Math.max(2, typed.length() / 3), typed, names);
  }

  /** Those of a few names that are at most so many letters from what was typed, nearest first. */
  public static List<String> within(int most, String typed, List<String> names) {
    String wanted = key(typed);
    List<Distant> near = new ArrayList<>();
    for (String name : names) {
      String key = key(name);
      // Letters that one of them lacks are so many changes: most names need no closer look.
      if (Math.abs(key.length() - wanted.length()) <= most) {
        int distance = EditDistance.between(wanted, key);
        if (distance <= most) {
          near.add(new Distant(name, distance));
        }
      }
    }
    near.sort(Comparator.comparingInt(Distant::letters));
    return near.stream().map(Distant::name).toList();
  }

  private record Distant(String name, int letters) {}

  /** A name without what does not count: case, blanks, hyphens, underscores. */
  public static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = Character.toLowerCase(name.charAt(i));
      if (c != ' ' && c != '-' && c != '_') {
        key.append(c);
      }
    }
    return key.toString();
  }

  /**
   * The same with other entries; a name that meant none of them means what it meant.
   *
   * @param order all that are to be had, by id
   * @param more names of those that are new
   * @throws IllegalArgumentException naming a name that is taken
   */
  public NameIndex<T> with(Map<String, T> order, NameIndex<T> more) {
    Builder<T> merged = new Builder<>();
    merged.byRule = byRule;
    merged.byId.putAll(order);
    merged.take(this);
    merged.take(more);
    return merged.build();
  }

  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** Collects entries; refuses a name that already means something. */
  public static final class Builder<T> {
    private final Map<String, T> byKey = new HashMap<>();
    private final Map<String, T> byId = new LinkedHashMap<>();
    private final Map<String, String> idByKey = new LinkedHashMap<>();
    private Function<String, Optional<T>> byRule = key -> Optional.empty();

    /**
     * @throws IllegalArgumentException naming the name that is taken
     */
    public Builder<T> add(T entry, String id, List<String> otherNames) {
      List<String> names = new ArrayList<>(otherNames);
      names.add(0, id);
      for (String name : names) {
        put(key(name), name, id, entry);
      }
      byId.put(id, entry);
      return this;
    }

    private void put(String key, String name, String id, T entry) {
      String owner = idByKey.putIfAbsent(key, id);
      if (owner != null) {
        throw new IllegalArgumentException("'" + name + "' already names '" + owner + "'");
      }
      byKey.put(key, entry);
    }

    /** The names of another index, as far as they mean something that is here. */
    private void take(NameIndex<T> other) {
      for (int i = 0; i < other.keys.size(); i++) {
        String key = other.keys.get(i);
        String id = other.idOfKey.get(i);
        T entry = other.byKey.get(key);
        if (byId.get(id) == entry) {
          put(key, id, id, entry);
        }
      }
    }

    /**
     * @param rule what a name means that no entry lists, given as {@link #key} makes it
     */
    public Builder<T> otherwise(Function<String, Optional<T>> rule) {
      byRule = rule;
      return this;
    }

    public NameIndex<T> build() {
      return new NameIndex<>(this);
    }
  }
}
