package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;

/** Runs of Llama 3.1 8B for tests, by what is not usual of them. */
final class Runs {

  /** The model card: 8.03 billion. */
  static final long PARAMETERS = 8_030_261_248L;

  private Runs() {}

  static Tuning of(TuningMethod method, int batch, int length) {
    Adapters adapters = method.hasAdapters() ? Adapters.ofRank(16) : Adapters.NONE;
    return new Tuning(Workloads.model("llama-3.1-8b"), method, batch, length, adapters, false);
  }

  static Tuning with(Tuning tuning, Offload offload) {
    return tuning.with(tuning.settings().with(offload));
  }

  static Tuning with(Tuning tuning, Optimizer optimizer) {
    return tuning.with(tuning.settings().with(optimizer));
  }

  static Tuning with(Tuning tuning, Sharding sharding) {
    return tuning.with(tuning.settings().with(sharding));
  }

  static Tuning with(Tuning tuning, Trainer trainer) {
    return tuning.with(tuning.settings().with(trainer));
  }

  static Tuning with(Tuning tuning, Checkpointing checkpointing) {
    return tuning.with(
        tuning
            .settings()
            .with(
                new TrainingSettings.Options(
                    Optional.empty(), Optional.of(checkpointing), Optional.empty(), true, false)));
  }

  static Tuning with(Tuning tuning, Precision precision) {
    return tuning.with(
        tuning
            .settings()
            .with(
                new TrainingSettings.Options(
                    Optional.of(precision), Optional.empty(), Optional.empty(), true, false)));
  }

  /** Of a run that shares nothing. */
  static TrainingStep step(Tuning tuning) {
    return TrainingStep.of(tuning, Sharding.NONE);
  }

  static TrainingMemory memory(Tuning tuning, Sharding sharding, int gpus) {
    String format = tuning.method() == TuningMethod.QLORA ? "nf4" : "bf16";
    return new TrainingPeak(tuning, Workloads.format(format))
        .on(sharding, gpus, TrainingStep.of(tuning, sharding));
  }
}
