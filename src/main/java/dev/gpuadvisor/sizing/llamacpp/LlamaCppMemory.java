package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.GgufMix;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.ComputeBuffer.Copies;

/**
 * The buffers of llama.cpp as its log names them, in bytes, on the fullest GPU.
 *
 * @param modelGpu weights on the GPU: those of its layers, and the language-model head
 * @param modelHost weights in the memory of the host: the embedding table, which a model of one
 *     table has there a second time, tables that are looked up, and layers that are not on GPUs
 * @param kv keys and values, and the index of sparse attention
 * @param recurrent state of recurrent layers
 * @param compute what a step needs
 * @param overhead CUDA context and kernels, which no log names
 * @param gpuLayers layers on GPUs, the head being one
 * @param layers of the model, the head being one
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

  private static final int COPIES_OF_INPUTS = 4;
  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /** Rows from which on a multiplication goes to a GPU, wherever its matrix is (ggml-cuda.cu). */
  private static final int LEAST_OFFLOADED = 32;

  /** The mix that a format means in a GGUF file. */
  public static GgufMix mix(Quantization format) {
    return format.gguf().orElse(format.isSixteenBit() ? GgufMix.SIXTEEN_BIT : GgufMix.MXFP4);
  }

  /**
   * How it lies on GPUs.
   *
   * @param layers that may lie there, the head being one; more than there are means all
   * @param gpus that share them
   * @param overheadBytes what a GPU gives away before anything is allocated
   */
  public record Placement(int layers, int gpus, long overheadBytes) {}

  /** On the GPU that has most. */
  public static LlamaCppMemory of(Setup setup, Quantization format, Placement placement) {
    GpuLayers where = GpuLayers.of(setup, placement);
    LlamaCppMemory last = on(placement.gpus() - 1, where, setup, format, placement);
    if (placement.gpus() == 1) {
      return last;
    }
    // All but the last have no head, and the first of them no fewer layers than the others.
    LlamaCppMemory first = on(0, where, setup, format, placement);
    return first.total() > last.total() ? first : last;
  }

  private static LlamaCppMemory on(
      int gpu, GpuLayers where, Setup setup, Quantization format, Placement placement) {
    Model model = setup.model();
    GgufWeights weights = GgufWeights.of(model, format);
    LayerRange layers = where.of(gpu);
    long head = where.hasHead() ? weights.head() : 0;
    long copy = model.tiedEmbeddings() ? head : 0;
    int cpuExperts = setup.switches().cpuExperts();
    long drafting = setup.speculation().map(all -> all.weightBytes(model, format)).orElse(0L);
    return new LlamaCppMemory(
        layers.weights(weights, format, cpuExperts) + (where.hasHead(gpu) ? head : 0) + drafting,
        weights.total() - where.all().weights(weights, format, cpuExperts) - head + copy,
        layers.cache(setup) + setup.draftCacheBytes(),
        layers.state(setup),
        computeBytes(setup, format, where, gpu),
        placement.overheadBytes(),
        where.count(),
        model.layers() + 1);
  }

  /**
   * The compute buffer of a GPU. Matrices of layers that are not on GPUs, the head too, are copied
   * to the first, one at a time, when a prompt is read; so are experts that are not, and keys and
   * values of a layer when it attends. Those that were told to stay in the host are copied to
   * whichever GPU has the layer.
   */
  public static long computeBytes(Setup setup, Quantization format, GpuLayers where, int gpu) {
    boolean copiesExperts = gpu == 0 && setup.switches().cpuExperts() > 0 && rowsAreMany(setup);
    long experts = copiesExperts ? GgufWeights.largestExperts(setup.model(), mix(format)) : 0;
    boolean hasHead = where.hasHead(gpu);
    boolean stays = setup.switches().cacheOnHost();
    long buffer = new ComputeBuffer(setup, hasHead, new Copies(experts, stays)).bytes();
    long copied = where.isWhole() ? 0 : GgufWeights.largestTensor(setup.model(), mix(format));
    boolean attendsForHost = gpu == 0 && !where.isWhole() && rowsAreMany(setup);
    long attending =
        attendsForHost ? new ComputeBuffer(setup, hasHead, new Copies(0, true)).bytes() : 0;
    long multiplied = Math.max(buffer + copied, where.hasHead() ? 0 : copiedHead(setup, format));
    long step = Math.max(attending, multiplied);
    return step + copiesOfInputs(setup, where) + setup.draftComputeBytes();
  }

  private static boolean rowsAreMany(Setup setup) {
    return setup.step() >= LEAST_OFFLOADED;
  }

  /** The head, what it multiplies and what comes of it, where that are enough rows. */
  private static long copiedHead(Setup setup, Quantization format) {
    Model model = setup.model();
    long rows = setup.profile().limitsOutputs() ? setup.slots() : setup.step();
    long hidden = (long) setup.step() * model.hiddenSize() * BYTES_32_BIT;
    return rows < LEAST_OFFLOADED || setup.encodes()
        ? 0
        : GgufWeights.of(model, format).head() + rows * model.vocabulary() * BYTES_32_BIT + hidden;
  }

  /**
   * Several GPUs that have all of all layers work on batches one behind another, for which each has
   * its inputs four times.
   */
  private static long copiesOfInputs(Setup setup, GpuLayers where) {
    return where.gpus() == 1 || !where.isWhole() || setup.switches().partsLayers()
        ? 0
        : (COPIES_OF_INPUTS - 1) * setup.tokens() * setup.step() * BYTES_16_BIT;
  }

  /** What the driver will show. */
  public long total() {
    return modelGpu + kv + recurrent + compute + overhead;
  }
}
