package dev.gpuadvisor.catalog;

/** How a layer attends, as far as memory and parameters depend on it. */
public sealed interface Attention {

  int heads();

  /** Elements that one token leaves in the KV cache of one layer. */
  long kvElementsPerTokenAndLayer();

  /** Elements of a query or key that are rotated by its position. */
  int rotaryDim();

  /**
   * Multi-head, grouped-query or multi-query attention.
   *
   * @param kvHeads key/value heads; equal to {@code heads} for multi-head attention
   */
  record Grouped(int heads, int kvHeads, int headDim) implements Attention {
    @Override
    public long kvElementsPerTokenAndLayer() {
      return 2L * kvHeads * headDim;
    }

    @Override
    public int rotaryDim() {
      return headDim;
    }
  }

  /**
   * Multi-head latent attention (DeepSeek): keys and values are cached as one compressed vector and
   * one rotary key, shared by all heads.
   *
   * @param queryRank rank of the compressed query; 0 where queries are not compressed
   */
  record Latent(int heads, int kvRank, int queryRank, int ropeDim, int nopeDim, int valueDim)
      implements Attention {
    @Override
    public long kvElementsPerTokenAndLayer() {
      return (long) kvRank + ropeDim;
    }

    @Override
    public int rotaryDim() {
      return ropeDim;
    }
  }
}
