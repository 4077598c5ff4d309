package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.GgufMix;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;

/**
 * The buffers of llama.cpp as its log names them, in bytes, on one GPU.
 *
 * @param modelGpu weights on the GPU: those of its layers, and the language-model head
 * @param modelHost weights in the memory of the host: the embedding table, which a model of one
 *     table has there a second time, tables that are looked up, and layers that do not fit
 * @param kv keys and values
 * @param recurrent state of recurrent layers
 * @param compute what a step needs
 * @param overhead CUDA context and kernels, which no log names
 * @param gpuLayers layers on GPUs; {@code layers} with the head, one more than the model has
 */
public record LlamaCppMemory(
    long modelGpu,
    long modelHost,
    long kv,
    long recurrent,
    long compute,
    long overhead,
    int gpuLayers,
    int layers) {

  private static final long MIB = 1L << 20;
  private static final int COPIES_OF_INPUTS = 4;
  private static final int BYTES_16_BIT = 2;

  /** The mix that a format means in a GGUF file. */
  public static GgufMix mix(Quantization format) {
    return format.gguf().orElse(format.isSixteenBit() ? GgufMix.SIXTEEN_BIT : GgufMix.MXFP4);
  }

  /**
   * @param weights of the file
   * @param asked layers that may lie on GPUs, the head being one more; all where there are fewer
   * @param gpus that share them
   * @param contextMib what the CUDA context takes from a GPU
   */
  public static LlamaCppMemory of(
      Setup setup, GgufWeights weights, int asked, int gpus, int contextMib) {
    Model model = setup.model();
    int layers = model.layers() + 1;
    int onGpus = Math.min(asked, layers);
    boolean hasHead = onGpus == layers;
    int ofModel = Math.min(onGpus, model.layers());
    double share = (double) ((ofModel + gpus - 1) / gpus) / model.layers();
    long onThis = Math.round(weights.layers() * share) + (hasHead ? weights.head() : 0);
    long inLayers = Math.round((double) weights.layers() * ofModel / model.layers());
    long host = weights.total() - inLayers - (hasHead ? weights.head() : 0);
    long copy = model.tiedEmbeddings() && hasHead ? weights.head() : 0;
    long compute = new ComputeBuffer(setup, hasHead).bytes() + copies(setup, gpus);
    return new LlamaCppMemory(
        onThis,
        host + copy,
        Math.round(setup.cacheBytes() * share),
        Math.round(setup.stateBytes() * share),
        onGpus == 0 ? 0 : compute,
        (contextMib + setup.profile().baseMib()) * MIB,
        onGpus,
        layers);
  }

  /** The compute buffer of a GPU that holds the whole model. */
  public static long computeBytes(Setup setup) {
    return new ComputeBuffer(setup, true).bytes();
  }

  /** Several GPUs work on batches one behind another, for which each has its inputs four times. */
  private static long copies(Setup setup, int gpus) {
    return gpus == 1 ? 0 : (COPIES_OF_INPUTS - 1) * setup.tokens() * setup.step() * BYTES_16_BIT;
  }

  /** What the driver will show. */
  public long total() {
    return modelGpu + kv + recurrent + compute + overhead;
  }
}
