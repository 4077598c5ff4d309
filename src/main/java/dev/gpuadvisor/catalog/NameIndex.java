package dev.gpuadvisor.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Entries found by any of their names, however they are typed: case, blanks, hyphens and
 * underscores do not count. Immutable; the lists are made once.
 */
public final class NameIndex<T> {

  /** Longest name for which typos are searched. */
  private static final int LONGEST_MEANT = 40;

  /** What each of its own names means, by key. */
  private final Map<String, Named<T>> byKey;

  /** Every entry by its id, in the order of the catalogue. */
  private final Map<String, T> byId;

  private final List<T> all;
  private final List<String> ids;
  private final Function<String, Optional<T>> byRule;

  /** Whose names mean what they mean there, as far as that entry is here too. */
  private final Optional<NameIndex<T>> under;

  /** An entry and the id that it has. */
  private record Named<T>(String id, T entry) {

    /** Whether the entry is among these. */
    boolean isIn(Map<String, T> byId) {
      return byId.get(id) == entry;
    }
  }

  private NameIndex(Builder<T> builder) {
    this.byKey = builder.byKey;
    this.byId = builder.byId;
    this.all = List.copyOf(byId.values());
    this.ids = List.copyOf(byId.keySet());
    this.byRule = builder.byRule;
    this.under = builder.under;
  }

  /** By one of its names, or by the rule that the index has for names that no entry lists. */
  public Optional<T> find(String name) {
    String key = key(name);
    Named<T> named = named(key);
    return named == null ? byRule.apply(key) : Optional.of(named.entry());
  }

  /** By its id as it is written. */
  public Optional<T> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Null where no entry has this name. */
  private Named<T> named(String key) {
    Named<T> own = byKey.get(key);
    if (own != null || under.isEmpty()) {
      return own;
    }
    Named<T> below = under.get().named(key);
    return below != null && below.isIn(byId) ? below : null;
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
    names((key, named) -> distances.merge(named.id(), EditDistance.between(typed, key), Math::min));
    return distances.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Goes through all names that mean something here. */
  private void names(BiConsumer<String, Named<T>> each) {
    byKey.forEach(each);
    under.ifPresent(
        other ->
            other.names(
                (key, named) -> {
                  if (named.isIn(byId)) {
                    each.accept(key, named);
                  }
                }));
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
    byte[] key = name.getBytes(UTF_8);
    return key.length == name.length() ? keyOfAscii(key) : keyOfAny(name);
  }

  private static String keyOfAscii(byte[] key) {
    int length = 0;
    for (byte c : key) {
      if (counts(c)) {
        key[length++] = c >= 'A' && c <= 'Z' ? (byte) (c + 'a' - 'A') : c;
      }
    }
    return new String(key, 0, length, ISO_8859_1);
  }

  private static boolean counts(int c) {
    return c != ' ' && c != '-' && c != '_';
  }

  private static String keyOfAny(String name) {
    char[] key = new char[name.length()];
    int length = 0;
    for (int i = 0; i < key.length; i++) {
      char c = name.charAt(i);
      if (counts(c)) {
        boolean small = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        key[length++] = small ? c : Character.toLowerCase(c);
      }
    }
    return new String(key, 0, length);
  }

  /**
   * The same with other entries; a name that meant none of them means what it meant.
   *
   * @param order all that are to be had, by id; not changed any more
   * @param more names of those that are new
   * @throws IllegalArgumentException naming a name that is taken
   */
  public NameIndex<T> with(Map<String, T> order, NameIndex<T> more) {
    Builder<T> merged = new Builder<>(order, Optional.of(this));
    more.names(
        (key, named) -> {
          if (named.isIn(order)) {
            merged.put(key, named.id(), named);
          }
        });
    return merged.otherwise(byRule).build();
  }

  public static <T> Builder<T> builder() {
    return new Builder<>(new LinkedHashMap<>(), Optional.empty());
  }

  /** Collects entries; refuses a name that already means something. */
  public static final class Builder<T> {
    private final Map<String, Named<T>> byKey = new LinkedHashMap<>();
    private final Map<String, T> byId;
    private final Optional<NameIndex<T>> under;
    private Function<String, Optional<T>> byRule = key -> Optional.empty();

    private Builder(Map<String, T> byId, Optional<NameIndex<T>> under) {
      this.byId = byId;
      this.under = under;
    }

    /**
     * @throws IllegalArgumentException naming the name that is taken
     */
    public Builder<T> add(T entry, String id, List<String> otherNames) {
      Named<T> named = new Named<>(id, entry);
      put(key(id), id, named);
      otherNames.forEach(name -> put(key(name), name, named));
      byId.put(id, entry);
      return this;
    }

    private void put(String key, String name, Named<T> named) {
      Named<T> owner = byKey.putIfAbsent(key, named);
      Named<T> below = owner == null && under.isPresent() ? under.get().named(key) : null;
      if (below != null && below.isIn(byId)) {
        owner = below;
      }
      if (owner != null) {
        throw new IllegalArgumentException("'" + name + "' already names '" + owner.id() + "'");
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
