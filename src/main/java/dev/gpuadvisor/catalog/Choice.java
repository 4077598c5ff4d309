package dev.gpuadvisor.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text of the catalogue may say, and what each of it means. */
final class Choice<T> {

  private final Map<String, T> byName;

  private Choice(Map<String, T> byName) {
    this.byName = byName;
  }

  /** The constants of an enum, in lower case. */
  static <E extends Enum<E>> Choice<E> of(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> byName.put(constant.name().toLowerCase(Locale.ROOT), constant));
    return new Choice<>(byName);
  }

  /** The entries of an index, by their exact ids: the catalogue does not refer by alias. */
  static <T> Choice<T> of(NameIndex<T> index) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (String id : index.ids()) {
      byName.put(id, index.find(id).orElseThrow());
    }
    return new Choice<>(byName);
  }

  static Choice<String> of(String... names) {
    Map<String, String> byName = new LinkedHashMap<>();
    Stream.of(names).forEach(name -> byName.put(name, name));
    return new Choice<>(byName);
  }

  Optional<T> meaning(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
