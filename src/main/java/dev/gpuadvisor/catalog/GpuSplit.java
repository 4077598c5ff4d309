package dev.gpuadvisor.catalog;

/** How a runtime spreads a model over several GPUs. */
public enum GpuSplit {
  /** Whole layers, one GPU after another: more memory, no more speed. */
  LAYERS,
  /** A share of every matrix and of the heads on each GPU, all at the same time. */
  TENSOR
}
