package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.text.Msg;

/**
 * How several GPUs share a model: {@code tp4}, {@code pp2}, {@code dp8}, {@code ep8}, {@code auto}.
 *
 * @param most GPUs that one worker may have
 */
record ParallelType(int most) implements ValueType<Parallel> {

  private static final int LONGEST = 24;

  @Override
  public Parsed<Parallel> parse(String text, Vocabulary in) {
    if (text.length() > LONGEST) {
      return Parsed.refused(Msg.Fault.tooLong(LONGEST));
    }
    return Parallel.parse(text)
        .<Parsed<Parallel>>map(value -> Parsed.value(value, meant(text, value)))
        .orElseGet(() -> Parsed.refused(Msg.Fault.parallel(most)));
  }

  private static String meant(String text, Parallel value) {
    return value.toString().equals(text) ? "" : value.toString();
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Text(LONGEST);
  }

  @Override
  public String example() {
    return "tp4";
  }
}
