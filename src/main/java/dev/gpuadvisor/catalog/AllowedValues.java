package dev.gpuadvisor.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text of the catalogue may say, and what each of it means. */
public final class AllowedValues<T> {

  private final Map<String, T> byName;

  private AllowedValues(Map<String, T> byName) {
    this.byName = byName;
  }

  /** The constants of an enum, in lower case. */
  public static <E extends Enum<E>> AllowedValues<E> of(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> byName.put(constant.name().toLowerCase(Locale.ROOT), constant));
    return new AllowedValues<>(byName);
  }

  /** The entries of an index, by their exact ids: the catalogue does not refer by alias. */
  public static <T> AllowedValues<T> of(NameIndex<T> index) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (int i = 0; i < index.ids().size(); i++) {
      byName.put(index.ids().get(i), index.all().get(i));
    }
    return new AllowedValues<>(byName);
  }

  public static AllowedValues<String> of(String... names) {
    Map<String, String> byName = new LinkedHashMap<>();
    Stream.of(names).forEach(name -> byName.put(name, name));
    return new AllowedValues<>(byName);
  }

  public Optional<T> meaning(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
