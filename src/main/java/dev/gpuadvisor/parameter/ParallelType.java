package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.text.Msg;

/**
 * How several GPUs share a model: {@code tp4}, {@code pp2}, {@code dp8}, {@code ep8}, {@code auto}.
 *
 * @param most GPUs that one worker may have
 */
record ParallelType(int most) implements LimitedText<Parallel> {

  @Override
  public int longest() {
    return 24;
  }

  @Override
  public Parsed<Parallel> read(String text, Vocabulary in) {
    return Parallel.parse(text)
        .<Parsed<Parallel>>map(value -> Parsed.value(value, meant(text, value)))
        .orElseGet(() -> Parsed.refused(Msg.Fault.parallel(most)));
  }

  private static String meant(String text, Parallel value) {
    return value.toString().equals(text) ? "" : value.toString();
  }

  @Override
  public String example() {
    return "tp4";
  }
}
