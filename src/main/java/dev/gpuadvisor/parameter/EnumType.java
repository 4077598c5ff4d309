package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of a few constants, in any case. */
record EnumType<E extends Enum<E>>(List<E> constants) implements ValueType<E> {

  static <E extends Enum<E>> EnumType<E> of(E[] constants) {
    return new EnumType<>(Arrays.asList(constants));
  }

  @Override
  public Parsed<E> parse(String text) {
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(text)) {
        return Parsed.value(constant);
      }
    }
    return new Parsed.Refused<>(Msg.Fault.choice(), names(), List.of());
  }

  @Override
  public Shape shape() {
    return new Shape.EnumType(names());
  }

  private List<String> names() {
    return constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
  }
}
