package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.WeightMemory;

/**
 * What a run keeps from step to step, in bytes, before GPUs divide it: the base, what is trained,
 * its gradients and the optimizer's states.
 */
final class TrainedState {

  /** NF4 with a scale in 32 bit for 64 weights; quantized too they take 0.127 bit. */
  private static final double BITS_SAVED_BY_DOUBLE_QUANTIZATION = 0.5 - 0.127;

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  private final Tuning tuning;
  private final TrainingSettings settings;
  private final WeightMemory weights;
  private final boolean full;
  private final boolean mixed;

  /** Weights that are trained, in 32 bit or with a copy in it, or in 16. */
  private final long trained;

  /** Copies of tables, trained as the model has them. */
  private final long tables;

  TrainedState(Tuning tuning, Quantization format) {
    Model model = tuning.model();
    this.tuning = tuning;
    this.settings = tuning.settings();
    this.weights = weights(tuning, format);
    this.full = tuning.method() == TuningMethod.FULL;
    this.mixed =
        full
            ? settings.precision() != Precision.BF16
            : !settings.trainer().hasAdaptersIn16Bit(tuning.method());
    this.trained = full ? model.languageParameters() : tuning.adapters().parameters(model);
    this.tables = tuning.trainsEmbeddings() ? model.embeddingParameters() : 0;
  }

  private static WeightMemory weights(Tuning tuning, Quantization format) {
    WeightMemory all = WeightMemory.resident(tuning.model(), format);
    boolean twice = tuning.settings().options().doubleQuantization() && format.id().equals("nf4");
    return twice
        ? all.withQuantized(1 - BITS_SAVED_BY_DOUBLE_QUANTIZATION / format.bitsPerWeight())
        : all;
  }

  /** As the base is loaded. */
  WeightMemory weights() {
    return weights;
  }

  /** How many weights are trained, besides tables. */
  long trained() {
    return trained;
  }

  /** How many weights of tables are trained as the model has them. */
  long tables() {
    return tables;
  }

  /** Bytes of what is trained, besides tables. */
  long ofTrained() {
    return trained * (mixed ? BYTES_32_BIT : BYTES_16_BIT);
  }

  /** FSDP has the copy in 32 bit only, and gathers in 16. */
  long base(Sharding sharding) {
    boolean in32Bit = full && mixed && sharding == Sharding.FSDP;
    long unquantized =
        settings.isUpcast(tuning.method()) ? tuning.model().embeddingParameters() : 0;
    return weights.total() + (in32Bit ? trained : unquantized) * BYTES_16_BIT;
  }

  long adapters() {
    return full ? 0 : ofTrained() + tables * BYTES_16_BIT;
  }

  long gradients() {
    return ofTrained() + tables * BYTES_16_BIT;
  }

  /** Gradients as they are calculated. */
  long gradientsIn16Bit() {
    return (trained + tables) * BYTES_16_BIT;
  }

  /** Its states, and copies of the weights in 32 bit. */
  long ofOptimizer(Sharding sharding) {
    Optimizer optimizer = settings.optimizer();
    return optimizer.isPaged() ? copies(sharding) : moments() + copies(sharding);
  }

  private long moments() {
    Optimizer optimizer = settings.optimizer();
    return Math.round(
        trained * (mixed ? optimizer.bytes() : optimizer.bytesIn16Bit())
            + tables * optimizer.bytesIn16Bit());
  }

  private long copies(Sharding sharding) {
    return full && mixed && sharding != Sharding.FSDP ? trained * BYTES_32_BIT : 0;
  }

  /**
   * What the memory of all hosts together has of it: an optimizer's states and the gradients that
   * it takes, 16 bytes a weight that is trained in 32 bit, and with the weights 18
   * (microsoft/DeepSpeed@38327e07 docs/code-docs/source/memory.rst).
   */
  long onHosts(Sharding sharding) {
    long stepped = moments() + copies(sharding) + gradients();
    return switch (settings.offload()) {
      case NONE -> 0;
      case OPTIMIZER -> stepped;
      case PARAMETERS -> stepped + base(sharding) + adapters();
    };
  }
}
