package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.TypicalShape;

/** A number of parameters as people write it: {@code 14.8b}, {@code 500M}, or all digits. */
record ModelSizeType() implements ValueType<Long> {

  private static final int LONGEST = 20;

  private static final NumberType<Long> NUMBER =
      NumberType.large(
          TypicalShape.LEAST_PARAMETERS, TypicalShape.MOST_PARAMETERS, Dimension.PARAMETERS);

  @Override
  public Parsed<Long> parse(String text, Vocabulary in) {
    return NUMBER.parse(text, in) instanceof Parsed.Value<Long> value
        ? Parsed.value(value.value())
        : Parsed.refused(Msg.Fault.parameters());
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Text(LONGEST);
  }

  @Override
  public String example() {
    return NUMBER.example();
  }
}
