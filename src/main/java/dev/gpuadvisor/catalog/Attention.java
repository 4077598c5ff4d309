package dev.gpuadvisor.catalog;

/** How a layer attends, as far as memory and parameters depend on it. */
public sealed interface Attention {

  int heads();

  /** Elements that one token leaves in the KV cache of one layer. */
  long kvElementsPerTokenAndLayer();

  /** Elements of a query or key that are rotated by its position. */
  int rotaryDim();

  /** Elements over all heads of a query and its answer, on average. */
  double headWidth();

  /** Into how many parts the cache can be cut, each on a GPU of its own. */
  default int cacheHeads() {
    return 1;
  }

  /**
   * Multi-head, grouped-query or multi-query attention.
   *
   * @param kvHeads key/value heads; equal to {@code heads} for multi-head attention
   * @param headDim elements of a query and of a key
   * @param valueDim elements of a value
   */
  record Grouped(int heads, int kvHeads, int headDim, int valueDim, Projections projections)
      implements Attention {

    /** What differs from one matrix each for queries, keys and values. */
    public enum Projections {
      PLAIN,
      /** Queries come with a gate of their size for the answers (Qwen3-Next and later). */
      GATED,
      /** Values are the keys: cached twice, but without a matrix of their own (Gemma 4). */
      VALUES_ARE_KEYS
    }

    /** Values as wide as keys, and a matrix for each. */
    public Grouped(int heads, int kvHeads, int headDim) {
      this(heads, kvHeads, headDim, headDim, Projections.PLAIN);
    }

    @Override
    public long kvElementsPerTokenAndLayer() {
      return (long) kvHeads * (headDim + valueDim);
    }

    @Override
    public int rotaryDim() {
      return headDim;
    }

    @Override
    public double headWidth() {
      return heads * (headDim + valueDim) / 2.0;
    }

    @Override
    public int cacheHeads() {
      return kvHeads;
    }
  }

  /**
   * Multi-head latent attention (DeepSeek): keys and values are cached as one compressed vector and
   * one rotary key, shared by all heads.
   *
   * @param queryRank rank of the compressed query; 0 where queries are not compressed
   * @param gated whether answers have a gate of their size (Kimi K3)
   */
  record Latent(
      int heads, int kvRank, int queryRank, int ropeDim, int nopeDim, int valueDim, boolean gated)
      implements Attention {

    /** Without a gate, as DeepSeek has it. */
    public Latent(int heads, int kvRank, int queryRank, int ropeDim, int nopeDim, int valueDim) {
      this(heads, kvRank, queryRank, ropeDim, nopeDim, valueDim, false);
    }

    @Override
    public long kvElementsPerTokenAndLayer() {
      return (long) kvRank + ropeDim;
    }

    @Override
    public int rotaryDim() {
      return ropeDim;
    }

    @Override
    public double headWidth() {
      return heads * (double) (nopeDim + ropeDim + valueDim) / 2.0;
    }
  }

  /**
   * One vector a token that is key and value of all heads (DeepSeek V4), with compressed queries
   * and answers.
   *
   * @param outputGroups groups of heads whose answers are compressed together
   * @param outputRank elements that each group is compressed to
   */
  record OneVector(int heads, int dim, int ropeDim, int queryRank, int outputGroups, int outputRank)
      implements Attention {
    @Override
    public long kvElementsPerTokenAndLayer() {
      return dim;
    }

    @Override
    public int rotaryDim() {
      return ropeDim;
    }

    @Override
    public double headWidth() {
      return (double) heads * dim;
    }
  }
}
