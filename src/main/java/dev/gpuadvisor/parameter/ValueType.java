package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Message;
import java.util.List;

/** What a parameter's text may say, and what it means. */
public interface ValueType<T> {

  Parsed<T> parse(String text);

  Shape shape();

  /** A value, or why there is none. */
  sealed interface Parsed<T> {
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * @param allowed the values that would do, where they can be listed
     * @param nearest names that come near
     */
    record Refused<T>(Message detail, List<String> allowed, List<String> nearest)
        implements Parsed<T> {}

    static <T> Parsed<T> value(T value) {
      return new Value<>(value);
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

    record EnumType(List<String> values) implements Shape {}

    /** An object of any fields. */
    record AnyObject() implements Shape {}
  }
}
