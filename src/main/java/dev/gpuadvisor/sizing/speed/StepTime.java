package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.RecurrentLayers.Kind;
import dev.gpuadvisor.catalog.SpeedProfile;
import dev.gpuadvisor.sizing.LlamaCpp;
import dev.gpuadvisor.sizing.Workload;

/**
 * Seconds of one step: weights are read once for all its tokens, each sequence's cache once, and
 * the arithmetic grows with the tokens. Kernel launches are added, or overlap ({@code
 * SpeedProfile.overlaps}).
 *
 * @param workers GPUs that work at the same time
 */
record StepTime(Workload workload, Quantization format, Card card, int gpus, int workers) {

  private static final double GIGA = 1e9;
  private static final double TERA = 1e12;
  private static final double MILLI = 1e-3;

  /**
   * What a host reads weights with, in GB a second: the middle of what llama-bench measured on
   * cloud machines with one GPU that it did not use (27 to 165, by machine).
   */
  private static final double HOST_GB_PER_SECOND = 50;

  /**
   * @param gpus where the runtime splits by layers they work one after another
   */
  static StepTime on(Card card, int gpus, Workload workload, Quantization format) {
    int workers =
        switch (workload.runtime().split()) {
          case LAYERS -> 1;
          case TENSOR -> gpus;
        };
    return new StepTime(workload, format, card, gpus, workers);
  }

  /**
   * A step that generates one token for each sequence.
   *
   * @param cacheBytes of all sequences
   */
  double generating(long weightBytes, long cacheBytes) {
    return generating(weightBytes, cacheBytes, workload.tokens().concurrency());
  }

  /** The same for so many sequences on average. */
  double generating(long weightBytes, long cacheBytes, double sequences) {
    double reading = weights(weightBytes) + cache(cacheBytes);
    double flops = Compute.flopsPerToken(workload.model()) * sequences;
    return withLaunches(Math.max(reading, computing(flops)), sequences);
  }

  /** The step, or steps, that read a prompt. */
  double readingPrompt(long weightBytes) {
    int prompt = Math.max(1, workload.tokens().promptTokens());
    double flops = Compute.flopsOfPrompt(workload.model(), prompt);
    return withLaunches(Math.max(weights(weightBytes), computing(flops)), prompt);
  }

  private double weights(long bytes) {
    double bandwidth = card.bandwidthGbPerSecond() * speed().weightEfficiencyOn(card) * GIGA;
    Double kernel = speed().kernelGbPerSecond().get(format);
    double rate = kernel == null ? bandwidth : Math.min(bandwidth, kernel * GIGA);
    return reading(bytes, LlamaCpp.hostShareOfWeights(workload), rate);
  }

  private double cache(long bytes) {
    double rate =
        card.bandwidthGbPerSecond() * speed().cacheEfficiency().get(card.memoryType()) * GIGA;
    return reading(bytes, LlamaCpp.hostShareOfCache(workload), rate);
  }

  /** What is not on GPUs is read where it is. */
  private double reading(long bytes, double hostShare, double rate) {
    double here = (1 - hostShare) * bytes / rate / workers;
    return here + hostShare * bytes / (HOST_GB_PER_SECOND * GIGA);
  }

  double computing(double flops) {
    return flops / (card.fp16Tflops() * TERA * speed().computeEfficiency()) / workers;
  }

  private double withLaunches(double running, double tokens) {
    Model model = workload.model();
    double layer = speed().layerMsByFormat().getOrDefault(format, speed().layerMs());
    double more = gpus > 1 ? speed().gpuLayerMs() : 0;
    double experts = model.experts().map(each -> expertsMs(each, tokens)).orElse(0.0);
    double kernels = speed().kernels().map(each -> kernelsMs(each, model)).orElse(0.0);
    double layers = model.layers() * (layer + more) + experts + kernels;
    double launching = (layers + (gpus - 1) * speed().gpuMs()) * MILLI;
    return speed().overlaps() ? Math.max(running, launching) : running + launching;
  }

  private static double kernelsMs(SpeedProfile.MoreKernels kernels, Model model) {
    int experts = model.experts().map(MixtureOfExperts::layers).orElse(0);
    int delta =
        model.shape().recurrent().filter(StepTime::corrects).map(RecurrentLayers::layers).orElse(0);
    return experts * kernels.expertLayerMs() + delta * kernels.deltaLayerMs();
  }

  private static boolean corrects(RecurrentLayers layers) {
    return layers.kind() == Kind.GATED_DELTA_NET || layers.kind() == Kind.KIMI_DELTA_ATTENTION;
  }

  private double expertsMs(MixtureOfExperts experts, double tokens) {
    if (speed().experts().isEmpty()) {
      return 0;
    }
    SpeedProfile.ExpertLoop loop = speed().experts().get();
    double used = experts.experts() * (1 - Math.pow(1 - experts.activeShare(), tokens));
    return experts.layers() * (experts.experts() * loop.idleMs() + used * loop.activeMs());
  }

  private SpeedProfile speed() {
    return workload.runtime().speed();
  }
}
