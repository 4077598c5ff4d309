package dev.gpuadvisor.unlisted;

/**
 * What models of one architecture have besides plain matrices.
 *
 * @param normsPerLayer vectors of the hidden size in each layer
 * @param vectorsOfLastNorm 2 where the last norm has a bias
 */
public record ArchitectureExtras(int normsPerLayer, int vectorsOfLastNorm, Extra extra) {

  /** Small tensors of a layer. */
  public enum Extra {
    NONE,
    QKV_BIAS,
    QKVO_BIAS,
    HEAD_NORMS,
    QK_NORMS,
    BIASES_AND_SINKS,
    ROUTER_BIAS,
    /** Qwen with experts: the shared one has a gate. */
    QKV_BIAS_AND_SHARED_GATE
  }

  /** RMS norms before attention and feed-forward, and a last one: Llama and most others. */
  public static final ArchitectureExtras PLAIN = of(Extra.NONE);

  /** A gated feed-forward part and the norms of Llama. */
  public static ArchitectureExtras of(Extra extra) {
    return new ArchitectureExtras(2, 1, extra);
  }

  /** Gemma since 2, GLM-4 32B: norms behind attention and feed-forward too. */
  public static ArchitectureExtras withNormsBehind(Extra extra) {
    return new ArchitectureExtras(4, 1, extra);
  }

  /** Cohere: attention and feed-forward side by side behind one norm. */
  public static ArchitectureExtras parallel() {
    return new ArchitectureExtras(1, 1, Extra.NONE);
  }
}
