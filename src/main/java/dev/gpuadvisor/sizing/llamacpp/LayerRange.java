package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.GgufMix;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;

/**
 * Layers of a model that follow one another, and what lies in them, in bytes. Which layer is of
 * which kind follows from how many there are: layers that see everything stand last in their
 * stretch (every fourth of Qwen3.5, every sixth of Gemma 3), those with a window or a state before
 * them, those that read another's cache behind all others, and dense ones that are few before
 * mixtures of experts.
 *
 * @param from the first, from 0
 * @param to behind the last
 */
public record LayerRange(Model model, int from, int to) {

  /** Dense layers are few where they are at most so large a part. */
  private static final int FEW = 4;

  public int size() {
    return to - from;
  }

  private boolean isEverything() {
    return size() == model.layers();
  }

  /**
   * Weights of the layers of such a file.
   *
   * @param cpuExperts layers of the model, from the first on, whose routed experts do not count
   */
  public long weights(GgufWeights file, Quantization format, int cpuExperts) {
    boolean isWhole = isEverything() && (cpuExperts == 0 || model.experts().isEmpty());
    if (isWhole || size() == 0) {
      return size() == 0 ? 0 : file.layers();
    }
    double routed = model.experts().isPresent() ? file.layers() * routedShare(format) : 0;
    double others = (file.layers() - routed) * size() / model.layers();
    return Math.round(others + routed * shareOfExperts(cpuExperts));
  }

  private double routedShare(Quantization format) {
    GgufMix mix = LlamaCppMemory.mix(format);
    double without = GgufWeights.of(model, mix, 0).layers();
    return 1 - without / GgufWeights.of(model, mix, 1).layers();
  }

  /**
   * Of all routed experts those in these layers.
   *
   * @param cpuExperts layers of the model, from the first on, that do not count; 0 for none
   */
  public double shareOfExperts(int cpuExperts) {
    return model.experts().map(experts -> share(experts, Math.max(from, cpuExperts))).orElse(0.0);
  }

  private double share(MixtureOfExperts experts, int begin) {
    int dense = model.layers() - experts.layers();
    long here =
        dense * FEW <= model.layers()
            ? to - Math.max(begin, dense)
            : last(experts.layers(), to) - last(experts.layers(), Math.min(to, begin));
    return Math.max(0.0, here) / experts.layers();
  }

  /** Keys and values, and the index of sparse attention. */
  public long cache(Setup setup) {
    if (setup.switches().cacheOnHost()) {
      return 0;
    }
    long bytes = 0;
    for (AttentionLayers group : model.shape().attentionLayers()) {
      bytes += count(group) * setup.bytesOfOneLayer(group);
    }
    return bytes + index(setup);
  }

  /** The index of sparse attention, which lies where keys do; 0 where there is none. */
  public long index(Setup setup) {
    if (setup.switches().cacheOnHost()) {
      return 0;
    }
    long bytes = model.shape().indexBytes(setup.tokens());
    return Math.round((double) bytes * size() / model.layers());
  }

  private long count(AttentionLayers group) {
    int own = model.layers() - readers();
    int begin = Math.min(from, own);
    int end = Math.min(to, own);
    if (group.layers() > own || group.keeps() == Keeps.SHARED) {
      return 0;
    }
    return group.window() == 0
        ? last(group.layers(), end, own) - last(group.layers(), begin, own)
        : first(group.layers(), end, own) - first(group.layers(), begin, own);
  }

  /** Layers that have no cache of their own. */
  private int readers() {
    return model.shape().attentionLayers().stream()
        .filter(group -> group.keeps() == Keeps.SHARED)
        .mapToInt(AttentionLayers::layers)
        .sum();
  }

  /** State of recurrent layers. */
  public long state(Setup setup) {
    return model
        .shape()
        .recurrent()
        .filter(layers -> !setup.switches().cacheOnHost())
        .map(
            layers -> {
              long here = first(layers.layers(), to, model.layers());
              long before = first(layers.layers(), from, model.layers());
              return setup.stateBytes() / layers.layers() * (here - before);
            })
        .orElse(0L);
  }

  private long last(int layers, int before) {
    return last(layers, before, model.layers());
  }

  /** So many of all layers, each at the end of its stretch: how many stand before that one. */
  private static long last(long layers, long before, long all) {
    return ((before + 1) * layers - 1) / all;
  }

  /** The same, each at the beginning. */
  private static long first(long layers, long before, long all) {
    return (before * layers + all - 1) / all;
  }
}
