package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of a few constants, however they are typed.
 *
 * @param aliases other names that people have for them, as keys of a {@link NameIndex}
 * @param uncovered what is said of names of other things that people mean, as such keys
 * @param labels what to call each; null where they are called as they are written
 */
public record EnumType<E extends Enum<E>>(
    List<E> constants,
    Map<String, E> aliases,
    Map<String, Message> uncovered,
    Function<E, Message> labels)
    implements ValueType<E> {

  public static <E extends Enum<E>> EnumType<E> of(E[] constants) {
    return of(Arrays.asList(constants));
  }

  static <E extends Enum<E>> EnumType<E> of(List<E> constants) {
    return new EnumType<>(constants, Map.of(), Map.of(), null);
  }

  /** Read as the constant too. */
  public EnumType<E> also(E constant, String... names) {
    Map<String, E> more = new HashMap<>(aliases);
    for (String name : names) {
      more.put(NameIndex.key(name), constant);
    }
    return new EnumType<>(constants, Map.copyOf(more), uncovered, labels);
  }

  /** Refused with a word of what it is, and what to do instead. */
  public EnumType<E> except(Message why, String... names) {
    Map<String, Message> more = new HashMap<>(uncovered);
    for (String name : names) {
      more.put(NameIndex.key(name), why);
    }
    return new EnumType<>(constants, aliases, Map.copyOf(more), labels);
  }

  /** Called by texts of the message files. */
  public EnumType<E> labelled(Function<E, Message> names) {
    return new EnumType<>(constants, aliases, uncovered, names);
  }

  @Override
  public Parsed<E> parse(String text, Vocabulary in) {
    Optional<E> meaning = meaning(text);
    if (meaning.isEmpty()) {
      Message why = uncovered.getOrDefault(NameIndex.key(text), Msg.Fault.choice());
      return new Parsed.Refused<>(why, names(), List.of());
    }
    boolean alias = aliases.containsKey(NameIndex.key(text));
    return Parsed.value(meaning.get(), alias ? name(meaning.get()) : "");
  }

  /** Empty where the text is no name of any. */
  Optional<E> meaning(String text) {
    String key = NameIndex.key(text);
    return constants.stream()
        .filter(constant -> NameIndex.key(constant.name()).equals(key))
        .findFirst()
        .or(() -> Optional.ofNullable(aliases.get(key)));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Choice(names());
  }

  @Override
  public String example() {
    return name(constants.get(constants.size() - 1));
  }

  @Override
  public Optional<Message> label(String value, Vocabulary in) {
    return labels == null ? Optional.empty() : meaning(value).map(labels);
  }

  private List<String> names() {
    return constants.stream().map(EnumType::name).toList();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
