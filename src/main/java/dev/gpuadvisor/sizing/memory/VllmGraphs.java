package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.MemoryProfile.Graphs;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Parallel;

/**
 * Captured graphs of one GPU. The driver keeps something for each kernel of each graph, so that
 * they grow with layers, with what these run, and with the batch sizes that are captured; the first
 * graph has the values of its batch besides (gpu_model_runner.py, profile_cudagraph_memory).
 */
record VllmGraphs(Graphs rule, Model model, Quantization format, Parallel parallel) {

  private static final long MIB = 1L << 20;

  /** Of a layer's part of a graph, what does not become less with tensor parallelism. */
  private static final double UNCUT = 0.4;

  /** Graphs of experts of a single token: 0.36 GiB with Qwen3.6-35B-A3B, as its log estimates. */
  private static final double FIRST_OF_EXPERTS_MIB = 320;

  /**
   * Each layer of experts in MXFP4, whose kernels are several to a layer: gpt-oss-20b takes 1.84
   * GiB where captures go to 1,024 (0.19).
   */
  private static final double MXFP4_LAYER_MIB = 29;

  long bytes(int sequences) {
    int experts = model.experts().map(MixtureOfExperts::layers).orElse(0);
    int sparse = model.shape().index().isPresent() ? model.layers() : 0;
    double cut = UNCUT + (1 - UNCUT) / parallel.tensor();
    double layers =
        rule.layerMib() * model.layers() * cut
            + expertLayerMib() * experts * (parallel.wholeExperts() ? 1 : cut)
            + rule.sparseLayerMib() * sparse;
    double plain = rule.baseMib() * CapturedBatches.largest(sequences);
    double first = experts > 0 ? Math.max(plain, FIRST_OF_EXPERTS_MIB) : plain;
    double further = layers / parallel.pipeline() * CapturedBatches.share(sequences);
    return Math.round((first + further) * MIB);
  }

  private double expertLayerMib() {
    boolean several = format.id().equals("mxfp4");
    return several ? Math.max(rule.expertLayerMib(), MXFP4_LAYER_MIB) : rule.expertLayerMib();
  }
}
