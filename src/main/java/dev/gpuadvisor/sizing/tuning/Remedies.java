package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Setting;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What would make a run fit, each by itself: what costs nothing first, what changes it last. */
public final class Remedies {

  private final Tuning tuning;
  private final Quantization format;
  private final Hardware hardware;
  private final TuningFitting now;
  private final List<Remedy> found = new ArrayList<>();

  private Remedies(Tuning tuning, Quantization format, Hardware hardware) {
    this.tuning = tuning;
    this.format = format;
    this.hardware = hardware;
    this.now = new TuningFitting(tuning, format, hardware);
  }

  /** Those that take less than now; empty where it fits. */
  public static List<Remedy> of(Tuning tuning, Quantization format, Hardware hardware) {
    Remedies remedies = new Remedies(tuning, format, hardware);
    if (remedies.now.memory().peak() > remedies.now.usableBytes()) {
      remedies.ofSize();
      remedies.ofSettings();
      remedies.ofMethod();
    }
    return List.copyOf(remedies.found);
  }

  /** A smaller batch learns the same where gradients are accumulated. */
  private void ofSize() {
    if (tuning.batch() > 1) {
      int batch = Math.max(1, now.largestConcurrency());
      add("batch", Integer.toString(batch), tuning.withSequences(batch));
    }
  }

  private void ofSettings() {
    TrainingSettings settings = tuning.settings();
    if (settings.isUpcast(tuning.method())) {
      add("precision", name(Precision.MIXED), settings.with(precision(settings.options())));
    }
    if (!settings.fusedLoss()) {
      add("fused_loss", "true", settings.with(fusedLoss(settings.options())));
    }
    if (settings.checkpointing() == Checkpointing.NONE) {
      checkpointing(settings, Checkpointing.FULL);
    }
    if (settings.checkpointing() == Checkpointing.FULL) {
      checkpointing(settings, Checkpointing.NON_REENTRANT);
    }
    if (!settings.optimizer().in8Bit()) {
      add("optimizer", name(Optimizer.ADAMW_8BIT), settings.with(Optimizer.ADAMW_8BIT));
    }
    if (settings.checkpointing().keepsInputs()) {
      checkpointing(settings, Checkpointing.OFFLOADED);
    }
    boolean shares = hardware.gpus() > 1 && !settings.sharding().dividesWeights();
    if (shares && settings.sharding() != Sharding.AUTO) {
      add("sharding", name(Sharding.ZERO3), settings.with(Sharding.ZERO3));
    }
    if (settings.offload() == Offload.NONE) {
      add("offload", name(Offload.OPTIMIZER), settings.with(Offload.OPTIMIZER));
    }
    boolean canWait = settings.sharding() == Sharding.AUTO || settings.sharding().dividesWeights();
    if (settings.offload() != Offload.PARAMETERS && canWait) {
      add("offload", name(Offload.PARAMETERS), settings.with(Offload.PARAMETERS));
    }
  }

  private void ofMethod() {
    int length = now.largestContext();
    if (length > 0 && length < tuning.sequenceLength()) {
      add("sequence_length", Integer.toString(length), tuning.withLength(length));
    }
    if (tuning.method() == TuningMethod.FULL) {
      method(TuningMethod.LORA, format);
    }
    if (tuning.method() != TuningMethod.QLORA && tuning.quantized().isPresent()) {
      method(TuningMethod.QLORA, tuning.quantized().get());
    }
  }

  private void method(TuningMethod other, Quantization base) {
    add("task", name(other), new TuningFitting(tuning.by(other), base, hardware));
  }

  private void checkpointing(TrainingSettings settings, Checkpointing other) {
    TrainingSettings.Options own = settings.options();
    TrainingSettings.Options options =
        new TrainingSettings.Options(
            own.precision(),
            Optional.of(other),
            own.fusedLoss(),
            own.flashAttention(),
            own.doubleQuantization());
    add("gradient_checkpointing", name(other), settings.with(options));
  }

  private static TrainingSettings.Options precision(TrainingSettings.Options own) {
    return new TrainingSettings.Options(
        Optional.of(Precision.MIXED),
        own.checkpointing(),
        own.fusedLoss(),
        own.flashAttention(),
        own.doubleQuantization());
  }

  private static TrainingSettings.Options fusedLoss(TrainingSettings.Options own) {
    return new TrainingSettings.Options(
        own.precision(),
        own.checkpointing(),
        Optional.of(true),
        own.flashAttention(),
        own.doubleQuantization());
  }

  private void add(String setting, String value, TrainingSettings settings) {
    add(setting, value, tuning.with(settings));
  }

  private void add(String setting, String value, Tuning other) {
    add(setting, value, new TuningFitting(other, format, hardware));
  }

  private void add(String setting, String value, TuningFitting other) {
    long peak = other.memory().peak();
    if (peak < now.memory().peak()) {
      found.add(new Remedy(new Setting(setting, value), peak, peak <= now.usableBytes()));
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
