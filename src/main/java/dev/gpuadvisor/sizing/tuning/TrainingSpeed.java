package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import java.util.function.ToDoubleFunction;

/**
 * How fast a run learns.
 *
 * @param tokensPerSecond of all GPUs together, on the slowest card that may turn up
 * @param loadSeconds before the first step: reading the model and making the process group
 */
public record TrainingSpeed(double tokensPerSecond, double loadSeconds) {

  private static final double GIGA = 1e9;
  private static final double TERA = 1e12;
  private static final int SECONDS_PER_HOUR = 3600;

  /** Bytes that move for one weight of a quantized base that is made 16 bit, in each pass. */
  private static final double BYTES_DEQUANTIZED = 5;

  private static final double SHARE_OF_BANDWIDTH = 0.7;

  /** Launches of a layer, in each pass. */
  private static final double SECONDS_PER_LAYER = 0.6e-3;

  /** Bytes a second between GPUs of one machine, with NVLink or its like, and over PCIe. */
  private static final double LINKED = 150 * GIGA;

  private static final double PCIE = 6 * GIGA;

  /** Between machines. */
  private static final double NETWORK = 40 * GIGA;

  private static final int GPUS_OF_A_MACHINE = 8;

  /** Share of the shorter of communication and arithmetic that hides behind the longer. */
  private static final double HIDDEN = 0.5;

  /** Bytes a second that an optimizer of the host works through, and what it moves for a weight. */
  private static final double HOST = 20 * GIGA;

  private static final int HOST_BYTES_PER_WEIGHT = 16;
  private static final int PCIE_BYTES_PER_WEIGHT = 6;

  /** Of a step of the optimizer: four tensors are read, three written. */
  private static final int TENSORS_CHANGED = 7;

  /**
   * How often foreach does that, an operation at a time over all weights. Calibrated: Llama 3.2 3B
   * on an L40S took 0.36 s a step of 840 tokens (huggingface/peft@0a179c1e method_comparison).
   */
  private static final double FOREACH = 2.5;

  /** Fused kernels: Unsloth against the Trainer, one harness (LLaMA-Factory's wiki). */
  private static final double UNSLOTH = 1.25;

  /** Without FlashAttention: the same source. */
  private static final double EAGER = 0.8;

  /** A model from a disk of a machine just started, in bytes a second. */
  private static final double DISK = 0.5 * GIGA;

  private static final double START_SECONDS = 60;

  public static TrainingSpeed of(Tuning tuning, Hardware hardware, TrainingMemory memory) {
    return of(tuning, hardware, memory, card -> share(tuning, card));
  }

  static TrainingSpeed of(
      Tuning tuning, Hardware hardware, TrainingMemory memory, ToDoubleFunction<Card> share) {
    double slowest =
        hardware.cards().stream()
            .mapToDouble(
                card ->
                    new Pass(tuning, card, hardware.gpus(), memory)
                        .tokensPerSecond(share.applyAsDouble(card)))
            .min()
            .orElseThrow();
    double load = START_SECONDS + tuning.model().parameters() * 2 / DISK;
    return new TrainingSpeed(slowest, load);
  }

  /** Hours of a run of so many tokens, its start included. */
  public double hours(double tokens) {
    return (tokens / tokensPerSecond + loadSeconds) / SECONDS_PER_HOUR;
  }

  static double share(Tuning tuning, Card card) {
    TrainingSettings settings = tuning.settings();
    boolean full = tuning.method() == TuningMethod.FULL;
    return ComputeShare.of(card, full, tuning.model().experts().isPresent())
        * (settings.trainer() == Trainer.UNSLOTH ? UNSLOTH : 1)
        * (settings.options().flashAttention() ? 1 : EAGER);
  }

  /** One pass forward and back on one of several GPUs. */
  private record Pass(Tuning tuning, Card card, int gpus, TrainingMemory memory) {

    double tokensPerSecond(double share) {
      double calculated = flops() / (card.fp16Tflops() * TERA * share) + fixedSeconds();
      double sent = communicationSeconds();
      double together =
          Math.max(calculated, sent)
              + (1 - HIDDEN) * Math.min(calculated, sent)
              + hostSeconds()
              + optimizerSeconds();
      return tokens() * gpus / together;
    }

    private double length() {
      int longest = tuning.sequenceLength();
      return tuning.data().map(data -> data.tokensPerSequence(longest)).orElse(longest);
    }

    private double tokens() {
      return tuning.batch() * length();
    }

    private boolean isFull() {
      return tuning.method() == TuningMethod.FULL;
    }

    private boolean isCalculatedAgain() {
      return tuning.settings().checkpointing() != Checkpointing.NONE;
    }

    /**
     * Forward 2 for a weight and token, backward 2 for the input and 2 for the weight, the latter
     * of trained weights only; attention of a causal model sees half of a sequence on average.
     */
    private double flops() {
      Model model = tuning.model();
      int again = isCalculatedAgain() ? 1 : 0;
      double passes = (isFull() ? 3 : 2) + again;
      double attention = 2 * length() * model.attention().headWidth() * model.layers();
      return tokens() * (passes * 2 * multiplied(model) + (3 + again) * attention);
    }

    /** Weights that a token is multiplied by: of the table at the entrance it takes one row. */
    private static long multiplied(Model model) {
      boolean once = model.tiedEmbeddings();
      return model.activeParameters() - (once ? 0 : model.embeddingTableParameters());
    }

    /** What a pass takes however few its tokens are. */
    private double fixedSeconds() {
      Model model = tuning.model();
      int passes = isCalculatedAgain() ? 3 : 2;
      double bandwidth = card.bandwidthGbPerSecond() * GIGA * SHARE_OF_BANDWIDTH;
      double dequantized =
          tuning.method() == TuningMethod.QLORA
              ? model.parameters() * BYTES_DEQUANTIZED / bandwidth
              : 0;
      return passes * (dequantized + model.layers() * SECONDS_PER_LAYER);
    }

    private double communicationSeconds() {
      if (gpus == 1) {
        return 0;
      }
      double others = (gpus - 1.0) / gpus;
      double bytes =
          memory.sharding().dividesWeights()
              ? (isFull() ? 3 : 2) * bytesOfBase()
              : isFull() ? 2 * bytesOfBase() : 0;
      double link = isLinked() ? LINKED : PCIE;
      return bytes * others / (gpus > GPUS_OF_A_MACHINE ? Math.min(link, NETWORK) : link);
    }

    private double bytesOfBase() {
      double bytes = tuning.method() == TuningMethod.QLORA ? 4.5 / Byte.SIZE : 2;
      return tuning.model().parameters() * bytes;
    }

    /** Bridges of two cards with GDDR are no help to the others. */
    private boolean isLinked() {
      boolean hbm = card.memoryType() == MemoryType.HBM;
      return hbm && (card.nvlink() || card.architecture().startsWith("CDNA"));
    }

    /** Weights, gradients and two moments are read and all but gradients written. */
    private double optimizerSeconds() {
      TrainingSettings settings = tuning.settings();
      if (!isFull() || settings.offload() != Offload.NONE) {
        return 0;
      }
      double weights = tuning.model().parameters();
      double part = memory.sharding().dividesOptimizer() ? weights / gpus : weights;
      double bytes = TENSORS_CHANGED * (settings.precision() == Precision.BF16 ? 2 : 4);
      double again = settings.optimizer().worksOnAllAtOnce() ? FOREACH : 1;
      double bandwidth = card.bandwidthGbPerSecond() * GIGA * SHARE_OF_BANDWIDTH;
      return part * bytes * again / bandwidth / settings.accumulation();
    }

    private double hostSeconds() {
      double weights = isFull() ? tuning.model().parameters() : 0;
      return switch (tuning.settings().offload()) {
        case NONE -> 0;
        case OPTIMIZER -> ofHost(weights);
        case PARAMETERS -> ofHost(weights) + 2 * bytesOfBase() / gpus / PCIE * (1 - HIDDEN);
      };
    }

    private double ofHost(double weights) {
      double part = memory.sharding().dividesOptimizer() ? weights / gpus : weights;
      return part * (HOST_BYTES_PER_WEIGHT / HOST + PCIE_BYTES_PER_WEIGHT / PCIE);
    }
  }
}
