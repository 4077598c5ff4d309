package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;

/**
 * A model spread over several GPUs by whole layers, as transformers does: each GPU has its layers'
 * weights and cache, the first or last one an embedding table besides, and each its own activations
 * and CUDA context. The fullest GPU decides.
 */
final class LayerSplit {

  private LayerSplit() {}

  /** Bytes on the fullest GPU, CUDA context included. */
  static long fullestBytes(Model model, MemoryEstimate estimate, int gpus) {
    long layers = model.layers();
    long layersOnFullest = (layers + gpus - 1) / gpus;
    long tables = estimate.weights().tables();
    long inLayers =
        estimate.weightsBytes() - tables + estimate.kvCacheBytes() + estimate.adaptersBytes();
    long share = Math.round((double) inLayers * layersOnFullest / layers);
    long table = Math.max(estimate.weights().head(), estimate.weights().embeddings());
    return share + table + estimate.activationsBytes() + estimate.cudaContextBytes();
  }
}
