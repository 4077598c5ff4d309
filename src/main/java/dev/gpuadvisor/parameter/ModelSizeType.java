package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.TypicalShape;

/** A number of parameters as people write it: {@code 14.8b}, {@code 500M}, or all digits. */
record ModelSizeType() implements LimitedText<Long> {

  private static final NumberType<Long> NUMBER =
      NumberType.large(
          TypicalShape.LEAST_PARAMETERS, TypicalShape.MOST_PARAMETERS, Dimension.PARAMETERS);

  @Override
  public Parsed<Long> read(String text, Vocabulary in) {
    return NUMBER.parse(text, in) instanceof Parsed.Value<Long> value
        ? Parsed.value(value.value())
        : Parsed.refused(Msg.Fault.parameters());
  }

  @Override
  public int longest() {
    return Quantity.LONGEST;
  }

  @Override
  public String example() {
    return NUMBER.example();
  }
}
