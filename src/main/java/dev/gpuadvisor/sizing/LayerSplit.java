package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;

/**
 * A model spread over several GPUs by whole layers, as transformers and llama.cpp do: each GPU has
 * its layers' weights and cache, the first or last one an embedding table besides, and each its own
 * activations and CUDA context. The fullest GPU decides.
 */
final class LayerSplit {

  private static final int BYTES_16_BIT = 2;

  private LayerSplit() {}

  /** Bytes on the fullest GPU, CUDA context included. */
  static long fullestBytes(Model model, MemoryEstimate estimate, int gpus) {
    if (gpus == 1) {
      return estimate.requiredBytes();
    }
    long layers = model.layers();
    long layersOnFullest = (layers + gpus - 1) / gpus;
    long tables = model.embeddingParameters() * BYTES_16_BIT;
    long inLayers =
        estimate.weightsBytes() - tables + estimate.kvCacheBytes() + estimate.adaptersBytes();
    long share = Math.round((double) inLayers * layersOnFullest / layers);
    long table = model.embeddingTableParameters() * BYTES_16_BIT;
    return share + table + estimate.activationsBytes() + estimate.cudaContextBytes();
  }
}
