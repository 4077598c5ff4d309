package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.sizing.TuningMethod;

/**
 * What trains, by its defaults.
 *
 * <p>Sources: huggingface/trl@016013e8 sft_config.py; axolotl-ai-cloud/axolotl@067b021c examples;
 * pytorch/torchtune@bd2a0fc7 recipes and configs; unslothai/unsloth@580b5bca README.md.
 */
public enum Trainer {
  /** The Trainer of transformers and what is built on it: LLaMA-Factory, ms-swift. */
  TRANSFORMERS(false, Checkpointing.FULL, Precision.MIXED),
  /**
   * Built on it too, but with the loss of some tokens at a time ({@code loss_type: chunked_nll})
   * and checkpoints that are not reentrant.
   */
  TRL(true, Checkpointing.NON_REENTRANT, Precision.MIXED) {
    /** Of a quantized base (sft_trainer.py, huggingface/peft#2889). */
    @Override
    boolean hasAdaptersIn16Bit(TuningMethod method) {
      return method == TuningMethod.QLORA;
    }
  },
  /**
   * Fused loss, and the inputs of layers wait in the host; Adam in 8 bit (models/rl.py), and the
   * scales of NF4 are quantized too (models/llama.py).
   */
  UNSLOTH(true, Checkpointing.OFFLOADED, Precision.BF16) {
    @Override
    public Optimizer optimizer() {
      return Optimizer.ADAMW_8BIT;
    }

    @Override
    public boolean doubleQuantization() {
      return true;
    }

    @Override
    boolean fusesAdapters() {
      return true;
    }
  },
  /** With Cut Cross Entropy, as its examples have it, and Unsloth's kernels for adapters. */
  AXOLOTL(true, Checkpointing.FULL, Precision.MIXED) {
    /** Where adapters have no dropout (check_auto_enable_lora_kernels in validation.py). */
    @Override
    boolean fusesAdapters() {
      return true;
    }
  },
  /**
   * Everything in 16 bit, adapters too, with the loss in chunks and checkpoints that are not
   * reentrant; torchao's NF4 has scales that are quantized (nf4tensor.py).
   */
  TORCHTUNE(true, Checkpointing.NON_REENTRANT, Precision.BF16) {
    @Override
    boolean hasAdaptersIn16Bit(TuningMethod method) {
      return true;
    }

    @Override
    public boolean doubleQuantization() {
      return true;
    }
  };

  private final boolean fusedLoss;
  private final Checkpointing checkpointing;
  private final Precision precision;

  Trainer(boolean fusedLoss, Checkpointing checkpointing, Precision precision) {
    this.fusedLoss = fusedLoss;
    this.checkpointing = checkpointing;
    this.precision = precision;
  }

  /** What it updates weights with, where nobody says. */
  public Optimizer optimizer() {
    return Optimizer.ADAMW;
  }

  /** Whether it quantizes the scales of NF4 too, where nobody says. */
  public boolean doubleQuantization() {
    return false;
  }

  /** Whether adapters are trained in 16 bit: PEFT makes them in 32. */
  boolean hasAdaptersIn16Bit(TuningMethod method) {
    return false;
  }

  /** Whether one kernel's backward pass covers matrices together with their adapters. */
  boolean fusesAdapters() {
    return false;
  }

  boolean fusedLoss() {
    return fusedLoss;
  }

  Checkpointing checkpointing() {
    return checkpointing;
  }

  Precision precision() {
    return precision;
  }
}
