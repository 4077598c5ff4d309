package dev.gpuadvisor.sizing.tuning;

/**
 * What keeps so many bytes of state for a weight that is trained in 32 bit.
 *
 * <p>Figures: stas00/ml-engineering@744d01e18b79 training/performance; 8 bit in blocks of 256 with
 * a scale in 32 bit each (Dettmers et al. 2022).
 */
public enum Optimizer {
  /**
   * Two moments, changed by PyTorch's fused kernel: what the Trainer of transformers takes where
   * PyTorch is 2.8 or newer (training_args.py), and the examples of Axolotl and torchtune.
   */
  ADAMW(8, false),
  /**
   * The same, changed by PyTorch's {@code foreach} implementation, which works on all weights at
   * once: what AdamW itself takes where nobody says, and the Trainer took before.
   */
  ADAMW_TORCH(8, false) {
    @Override
    boolean worksOnAllAtOnce() {
      return true;
    }
  },
  ADAMW_8BIT(2 + 2 * 4 / 256.0, true),
  /** The same, in managed memory, which moves to the host where anything else needs the room. */
  PAGED_ADAMW_8BIT(2 + 2 * 4 / 256.0, true) {
    @Override
    boolean isPaged() {
      return true;
    }
  },
  ADAFACTOR(4, false),
  /** With momentum. */
  SGD(4, false);

  private final double bytes;
  private final boolean in8Bit;

  Optimizer(double bytes, boolean in8Bit) {
    this.bytes = bytes;
    this.in8Bit = in8Bit;
  }

  /** Of a weight that is trained in 32 bit. */
  double bytes() {
    return bytes;
  }

  /** Of a weight that is trained in 16 bit: the states have the type of their weight. */
  double bytesIn16Bit() {
    return in8Bit ? bytes : bytes / 2;
  }

  /** Whether the GPU needs no room for states: bitsandbytes' page buffers. */
  boolean isPaged() {
    return false;
  }

  /** Whether a step needs room for all weights once more. */
  boolean worksOnAllAtOnce() {
    return false;
  }

  /** Whether states are packed in 8 bit. */
  public boolean in8Bit() {
    return in8Bit;
  }
}
