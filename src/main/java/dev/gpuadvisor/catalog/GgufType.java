package dev.gpuadvisor.catalog;

/**
 * What the weights of one tensor of a GGUF file are stored as: blocks of so many weights in so many
 * bytes, scales included.
 *
 * <p>Source: the structs in ggml-org/llama.cpp ggml/src/ggml-common.h.
 */
public enum GgufType {
  F32(1, 4),
  F16(1, 2),
  BF16(1, 2),
  Q8_0(32, 34),
  Q5_1(32, 24),
  Q5_0(32, 22),
  Q4_1(32, 20),
  Q4_0(32, 18),
  IQ4_NL(32, 18),
  MXFP4(32, 17),
  Q6_K(256, 210, Q8_0),
  Q5_K(256, 176, Q5_1),
  Q4_K(256, 144, Q5_0),
  Q3_K(256, 110, Q4_0),
  Q2_K(256, 84, Q4_0),
  IQ4_XS(256, 136, IQ4_NL),
  IQ3_S(256, 110, IQ4_NL),
  IQ3_XXS(256, 98, IQ4_NL),
  IQ2_S(256, 82, IQ4_NL),
  IQ2_XS(256, 74, IQ4_NL),
  IQ2_XXS(256, 66, IQ4_NL),
  IQ1_M(256, 56, IQ4_NL),
  IQ1_S(256, 50, IQ4_NL);

  private final int block;
  private final int bytes;
  private final GgufType forOddRows;

  GgufType(int block, int bytes) {
    this(block, bytes, null);
  }

  GgufType(int block, int bytes, GgufType forOddRows) {
    this.block = block;
    this.bytes = bytes;
    this.forOddRows = forOddRows;
  }

  /** Bits of a weight. */
  public double bits() {
    return (double) bytes * Byte.SIZE / block;
  }

  /** What a tensor with rows of that length gets instead, where they are no whole blocks. */
  public GgufType forRows(long length) {
    if (length % block == 0) {
      return this;
    }
    return forOddRows == null || length % forOddRows.block != 0 ? F16 : forOddRows;
  }
}
