package dev.gpuadvisor.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * How fast a runtime generates: the constants of its speed rule.
 *
 * @param overlaps whether launching kernels and running them overlap, so that the slower of them
 *     counts; else both add up
 * @param layerMs time that a layer costs for a token whatever its size, in milliseconds
 * @param layerMsByFormat the same for formats whose kernels differ
 * @param weightEfficiency share of the bandwidth at which weights are read, by kind of memory
 * @param weightEfficiencyByCapability the same for cards of some compute capability
 * @param cacheEfficiency share of the bandwidth at which the cache is read
 * @param kernelGbPerSecond most weight bytes a second that a format's kernels take in
 * @param gpuMs time of each GPU after the first for a token
 * @param gpuLayerMs additional milliseconds per layer with several GPUs
 * @param experts time of the experts in a layer where they run one after another
 * @param kernels what layers of more kernels than usual cost besides
 * @param computeEfficiency share of the tensor throughput that long batches reach
 * @param serving constants of continuous batching, where servers were measured; the others count
 *     for nothing then
 */
public record SpeedProfile(
    boolean overlaps,
    double layerMs,
    Map<Quantization, Double> layerMsByFormat,
    Map<MemoryType, Double> weightEfficiency,
    Map<Capability, Double> weightEfficiencyByCapability,
    Map<MemoryType, Double> cacheEfficiency,
    Map<Quantization, Double> kernelGbPerSecond,
    double gpuMs,
    double gpuLayerMs,
    Optional<ExpertLoop> experts,
    Optional<MoreKernels> kernels,
    double computeEfficiency,
    Optional<ServingProfile> serving) {

  public SpeedProfile {
    layerMsByFormat = Map.copyOf(layerMsByFormat);
    weightEfficiency = Map.copyOf(weightEfficiency);
    weightEfficiencyByCapability = Map.copyOf(weightEfficiencyByCapability);
    cacheEfficiency = Map.copyOf(cacheEfficiency);
    kernelGbPerSecond = Map.copyOf(kernelGbPerSecond);
  }

  /** The rule of a server that batches continuously: nothing but what was measured of such. */
  public static SpeedProfile of(ServingProfile measured) {
    return new SpeedProfile(
        false,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.of(measured));
  }

  /** Share of a card's bandwidth at which weights are read. */
  public double weightEfficiencyOn(Card card) {
    Double special = weightEfficiencyByCapability.get(card.computeCapability());
    return special == null ? weightEfficiency.get(card.memoryType()) : special;
  }

  /**
   * A loop over the experts of a layer.
   *
   * @param idleMs for each expert that no token uses
   * @param activeMs for each expert that is used
   */
  public record ExpertLoop(double idleMs, double activeMs) {}

  /**
   * Layers that are more than attention and one feed-forward part.
   *
   * @param expertLayerMs for each layer that has experts to choose from
   * @param deltaLayerMs for each layer with a state that is corrected token by token
   */
  public record MoreKernels(double expertLayerMs, double deltaLayerMs) {}
}
