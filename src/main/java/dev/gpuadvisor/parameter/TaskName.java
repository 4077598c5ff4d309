package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.TuningMethod;
import java.util.Locale;
import java.util.Optional;

/** What callers may want of a model. */
public enum TaskName {
  INFERENCE(Optional.empty()),
  LORA(Optional.of(TuningMethod.LORA)),
  QLORA(Optional.of(TuningMethod.QLORA)),
  FULL(Optional.of(TuningMethod.FULL));

  private final Optional<TuningMethod> method;

  TaskName(Optional<TuningMethod> method) {
    this.method = method;
  }

  public Optional<TuningMethod> method() {
    return method;
  }

  /** As callers write it. */
  public static String of(TuningMethod method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
