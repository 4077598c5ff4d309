package dev.gpuadvisor.parameter;

import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a parameter's text may say, and what it means. */
public interface ValueType<T> {

  Parsed<T> parse(String text, Vocabulary in);

  /**
   * The meaning of a JSON object.
   *
   * @param object empty where it has more fields than any that is read here
   */
  default Parsed<T> parseObject(Optional<ConfigFields> object, Vocabulary in) {
    return Parsed.refused(Msg.Fault.scalar());
  }

  /** What of an object is repeated where it is said how it was understood. */
  default String written(ConfigFields object) {
    return "";
  }

  /** The values in a text, where several may be given: with commas, or as an array of JSON. */
  default List<String> parts(String text) {
    return Arrays.stream(ArrayText.inner(text).split(",", Arguments.MOST + 1))
        .map(part -> ArrayText.unquoted(part.strip()))
        .toList();
  }

  /** What stands between several of them in a text. */
  default String divider() {
    return ",";
  }

  Shape shape(Vocabulary in);

  /** A text that is good, as people write it. */
  String example();

  /** Whether any text will do. */
  default boolean takesAnything() {
    return false;
  }

  /** Names that a field completes to; empty where there are none, or too many to choose from. */
  default List<Named> offered(Vocabulary in) {
    return List.of();
  }

  /** What to call a value in a form; empty where it is called as it is written. */
  default Optional<Message> label(String value, Vocabulary in) {
    return Optional.empty();
  }

  /**
   * @param label what it is called besides
   */
  record Named(String value, String label) {}

  /** A value, or why there is none. */
  sealed interface Parsed<T> {
    /**
     * @param meant how the API writes it, where the text says it otherwise; empty where it does not
     * @param note what people have to be told of how it was understood
     * @param implied what the text says of other parameters, by their names
     */
    record Value<T>(T value, String meant, Optional<Message> note, Map<String, String> implied)
        implements Parsed<T> {}

    /**
     * @param allowed the values that would do, where they can be listed
     * @param nearest names that come near
     */
    record Refused<T>(Message detail, List<String> allowed, List<String> nearest)
        implements Parsed<T> {}

    /**
     * An object with faults.
     *
     * @param faults of its fields, by their names
     */
    record Faulty<T>(List<Fault> faults) implements Parsed<T> {}

    /** The same of what its value means for somebody else. */
    default <U> Parsed<U> map(Function<T, U> meaning) {
      if (this instanceof Value<T> value) {
        return new Value<>(
            meaning.apply(value.value()), value.meant(), value.note(), value.implied());
      }
      return this instanceof Refused<T> refused
          ? new Refused<>(refused.detail(), refused.allowed(), refused.nearest())
          : new Faulty<>(((Faulty<T>) this).faults());
    }

    /** What it is where nothing was written: no wrong name, and no number that is too small. */
    default Parsed<T> ofNothing() {
      return this instanceof Refused<T> refused
          ? new Refused<>(Msg.Fault.empty(), refused.allowed(), List.of())
          : this;
    }

    static <T> Parsed<T> value(T value) {
      return value(value, "");
    }

    static <T> Parsed<T> value(T value, String meant) {
      return new Value<>(value, meant, Optional.empty(), Map.of());
    }

    static <T> Parsed<T> refused(Message detail) {
      return new Refused<>(detail, List.of(), List.of());
    }
  }

  /** The same for machines: what a JSON Schema says of it. */
  sealed interface Shape {
    record Text(int maxLength) implements Shape {}

    record Whole(long least, long most) implements Shape {}

    record Decimal(String least, String most) implements Shape {}

    record Choice(List<String> values) implements Shape {}

    /** Yes or no. */
    record Flag() implements Shape {}

    /** An object of any fields. */
    record AnyObject() implements Shape {}

    /** An object of these fields. */
    record Fields(List<Parameter<?>> fields, List<Parameter<?>> required) implements Shape {}
  }
}
