package dev.gpuadvisor.unlisted;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What models of one architecture have besides plain matrices.
 *
 * @param normsPerLayer norms of the hidden size in each layer
 * @param extras small tensors
 * @param others parameters that were counted one by one
 */
public record ArchitectureExtras(int normsPerLayer, Set<Extra> extras, long others) {

  /** Small tensors. */
  public enum Extra {
    /** Each norm has a bias. */
    NORM_BIAS,
    /** Norms have no weights at all, the last one neither. */
    NO_NORMS,
    QKV_BIAS,
    OUTPUT_BIAS,
    /** A norm of the size of a head for queries, and one for keys. */
    HEAD_NORMS,
    /** A norm over all heads of queries, and one of keys. */
    QK_NORMS,
    /** A number for each head. */
    SINKS,
    /** Each matrix of a dense feed-forward part has a bias. */
    FEED_FORWARD_BIAS,
    EXPERT_BIASES,
    ROUTER_BIAS,
    /** The shared expert has a gate (Qwen). */
    SHARED_GATE,
    HEAD_BIAS
  }

  /** RMS norms before attention and feed-forward, and a last one: Llama and most others. */
  public static final ArchitectureExtras PLAIN = of();

  /** The norms of Llama, and these small tensors. */
  public static ArchitectureExtras of(Extra... extras) {
    return new ArchitectureExtras(2, set(extras), 0);
  }

  /** GPT-2 and its like: a bias beside each matrix of a layer, and in norms. */
  public static ArchitectureExtras withBiases() {
    return of(Extra.NORM_BIAS, Extra.QKV_BIAS, Extra.OUTPUT_BIAS, Extra.FEED_FORWARD_BIAS);
  }

  /** Gemma since 2, GLM-4 32B: norms behind attention and feed-forward too. */
  public static ArchitectureExtras withNormsBehind(Extra... extras) {
    return new ArchitectureExtras(4, set(extras), 0);
  }

  /** Cohere: attention and feed-forward side by side behind one norm. */
  public static ArchitectureExtras parallel(Extra... extras) {
    return new ArchitectureExtras(1, set(extras), 0);
  }

  boolean has(Extra extra) {
    return extras.contains(extra);
  }

  ArchitectureExtras with(Extra... more) {
    Set<Extra> all = EnumSet.noneOf(Extra.class);
    all.addAll(extras);
    all.addAll(List.of(more));
    return new ArchitectureExtras(normsPerLayer, all, others);
  }

  ArchitectureExtras without(Extra... fewer) {
    Set<Extra> all = set(fewer);
    Set<Extra> left = EnumSet.noneOf(Extra.class);
    extras.stream().filter(extra -> !all.contains(extra)).forEach(left::add);
    return new ArchitectureExtras(normsPerLayer, left, others);
  }

  /** With parameters that were counted one by one. */
  ArchitectureExtras plus(long more) {
    return new ArchitectureExtras(normsPerLayer, extras, others + more);
  }

  private static Set<Extra> set(Extra... extras) {
    Set<Extra> set = EnumSet.noneOf(Extra.class);
    set.addAll(List.of(extras));
    return set;
  }
}
