package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.WeightMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights of one GPU as vLLM loads them: a part of every matrix, and whole what is not cut:
 * routers, the compressing projections of latent attention, key and value heads of which there are
 * fewer than GPUs. Kernels of MXFP4 round the experts up; positions have a table.
 *
 * @param inTime whether positions have a time, as those of images and videos do; so they have where
 *     the model is loaded without what sees
 */
public record VllmWeights(
    Model model,
    Quantization format,
    WeightMemory weights,
    Parallel parallel,
    Paged release,
    boolean inTime) {

  private static final int BYTES_16_BIT = 2;
  private static final int AWQ_GROUP = 128;
  private static final int HOPPER_MULTIPLE = 256;
  private static final int HOPPER = 9;
  private static final int BLACKWELL = 10;
  private static final Capability CDNA_4 = new Capability(9, 5);

  /**
   * As the log prints them: with what the allocator adds.
   *
   * @param last whether it is the last stage of the pipeline, which has the head, or the first,
   *     which has the embeddings
   */
  long bytes(Card card, boolean last) {
    VllmRounding rounding = new VllmRounding(model, format, parallel.tensor());
    double layers = rounding.layers() * stageShare(last);
    return tensors(card, last) + Math.round(layers) + rounding.tables() / parallel.pipeline();
  }

  /** What the tensors hold. */
  long tensors(Card card, boolean last) {
    double inLayers = weights.quantized() * wider() + weights.others() - experts();
    double attentionCut = inLayers / parallel.tensor();
    double expertsCut = experts() * padding(card) / parallel.tensor() / parallel.data();
    double layers = (attentionCut + expertsCut + whole()) * stageShare(last);
    return Math.round(layers) + tables(last) + positions();
  }

  /** Zero points of groups in 16 bit and not in 4, where a release makes them so. */
  private double wider() {
    boolean widens = release.widensZeros() && format.id().equals("awq");
    return widens ? 1 + (16.0 - 4) / AWQ_GROUP / format.bitsPerWeight() : 1;
  }

  /** Bytes of the routed experts. */
  private double experts() {
    double bits = Math.min(model.bitsPerWeight(format), 16);
    return model.expertParameters() * bits / Byte.SIZE;
  }

  /** vLLM gives what is left over to the middle: the last stage has the fewest layers. */
  private double stageShare(boolean last) {
    int layers = model.layers();
    int stages = parallel.pipeline();
    int here = last && stages > 1 ? layers / stages : (layers + stages - 1) / stages;
    return (double) here / layers;
  }

  private long tables(boolean last) {
    long head = weights.head();
    long embeddings = weights.embeddings() - onHost();
    if (parallel.pipeline() > 1) {
      return (last ? head : Math.max(embeddings, model.tiedEmbeddings() ? head : 0))
          / parallel.tensor();
    }
    return (head + embeddings) / parallel.tensor();
  }

  /**
   * Tables of n-grams, which mixtures have: kept in the host's memory (VLLM_PLE_CPU_OFFLOAD, on
   * unless switched off). Those of a row for each token of the vocabulary are on the GPU.
   */
  private long onHost() {
    return model.experts().isPresent() ? model.totals().lookup() * BYTES_16_BIT : 0;
  }

  /**
   * Cosines and sines for the longest context: a table for each width that heads have, and four
   * times as long for positions of images (mrope.py; a video goes on for longer than its tokens).
   */
  private long positions() {
    long widths = 0;
    List<Integer> counted = new ArrayList<>();
    for (AttentionLayers group : model.shape().attentionLayers()) {
      int rotary = rotary(group.attention());
      if (!counted.contains(rotary)) {
        counted.add(rotary);
        widths += rotary;
      }
    }
    int times = inTime ? 4 : 1;
    return model.maxContext() * widths * times * BYTES_16_BIT;
  }

  private static int rotary(Attention attention) {
    boolean gated =
        attention instanceof Attention.Grouped grouped
            && grouped.projections() == Attention.Grouped.Projections.GATED;
    return gated ? attention.rotaryDim() / 4 : attention.rotaryDim();
  }

  /** What each GPU has whole, less the part of it that was counted as cut. */
  private double whole() {
    double bytesPerWeight = bytesPerWeightOfAttention();
    double more = 1 - 1.0 / parallel.tensor();
    double bytes = 0;
    for (AttentionLayers group : model.shape().attentionLayers()) {
      if (group.attention() instanceof Attention.Latent latent) {
        bytes += group.layers() * latent(latent, bytesPerWeight, more);
      } else if (group.attention() instanceof Attention.Grouped grouped) {
        bytes += group.layers() * (grouped(grouped, bytesPerWeight) + unused(group, grouped));
      } else if (group.attention() instanceof Attention.OneVector vector) {
        bytes += group.layers() * oneVector(vector, group) * more;
      }
    }
    return bytes + model.experts().map(this::routers).orElse(0L) * more;
  }

  /** What a publication leaves in 16 bit is attention before all else. */
  private double bytesPerWeightOfAttention() {
    boolean quantized =
        format.scope() == Quantization.Scope.LINEAR && model.keptIn16Bit(format.id()) == 0;
    return quantized ? format.bitsPerWeight() / Byte.SIZE : BYTES_16_BIT;
  }

  /**
   * Layers that read the cache of others are made with matrices for keys and values of their own.
   */
  private double unused(AttentionLayers group, Attention.Grouped grouped) {
    if (group.keeps() != Keeps.SHARED) {
      return 0;
    }
    double width = (double) grouped.kvHeads() * (grouped.headDim() + grouped.valueDim());
    return model.hiddenSize() * width * bytesPerWeightOfAttention() / parallel.tensor();
  }

  private long routers(MixtureOfExperts experts) {
    return (long) experts.layers() * experts.experts() * model.hiddenSize() * BYTES_16_BIT;
  }

  /** The projections into the latent space, and the copies of those out of it in 16 bit. */
  private double latent(Attention.Latent latent, double bytesPerWeight, double more) {
    double in =
        (double) model.hiddenSize() * (latent.queryRank() + latent.kvRank() + latent.ropeDim());
    double out = (double) latent.kvRank() * latent.heads() * (latent.nopeDim() + latent.valueDim());
    return in * bytesPerWeight * more + out * BYTES_16_BIT / parallel.tensor();
  }

  /** In 8 bit what compresses queries and makes the vector; in 16 what compresses entries. */
  private double oneVector(Attention.OneVector vector, AttentionLayers group) {
    if (group.hasWeights()) {
      return (double) model.hiddenSize() * (vector.queryRank() + vector.dim());
    }
    int overlap = group.tokensPerEntry() == CompressedCache.OVERLAPPING ? 2 : 1;
    return 2.0 * overlap * vector.dim() * model.hiddenSize() * BYTES_16_BIT;
  }

  /** Heads that several GPUs have, and values that are the keys and lie there twice. */
  private double grouped(Attention.Grouped grouped, double bytesPerWeight) {
    double head = (double) model.hiddenSize() * (grouped.headDim() + grouped.valueDim());
    int here = (grouped.kvHeads() + parallel.tensor() - 1) / parallel.tensor();
    double repeated = head * (here - (double) grouped.kvHeads() / parallel.tensor());
    boolean twice = grouped.projections() == Attention.Grouped.Projections.VALUES_ARE_KEYS;
    double copied = twice ? (double) model.hiddenSize() * here * grouped.valueDim() : 0;
    return (repeated + copied) * bytesPerWeight;
  }

  /**
   * Kernels of MXFP4 take the sizes of an expert in multiples: Marlin 128 by 256 (Ampere, Ada,
   * consumer Blackwell), FlashInfer 256 by 256, Triton's layout on Hopper 256 of one; on AMD 128 by
   * 128 and 256 by 256 from CDNA 4 on ({@code get_padding_alignment} in vLLM's mxfp4_utils.py).
   */
  private double padding(Card card) {
    if (!isPadded(model, format)) {
      return 1;
    }
    MixtureOfExperts experts = model.experts().orElseThrow();
    int width = experts.width(model.hiddenSize());
    int cuts = parallel.wholeExperts() ? 1 : parallel.tensor() * parallel.data();
    int size = Math.max(1, experts.expertSize() / cuts);
    if (card.vendor() == Vendor.AMD) {
      int multiple = card.computeCapability().compareTo(CDNA_4) < 0 ? 128 : 256;
      return up(size, multiple) * up(width, multiple);
    }
    if (unpacksByMarlin(card)) {
      return up(size, 128) * up(width, 256);
    }
    return card.computeCapability().major() == HOPPER
        ? up(size, HOPPER_MULTIPLE)
        : up(size, 256) * up(width, 256);
  }

  /** Whether a card does not compute in the format: nor does it in that of bitsandbytes. */
  boolean unpacksByMarlin(Card card) {
    int generation = card.computeCapability().major();
    return switch (format.id()) {
      case "gptq-int4", "gptq-int8", "awq", "w4a16", "w4a16-g32" -> true;
      case "fp8" -> !card.supportsFp8();
      case "nvfp4" -> generation < BLACKWELL;
      case "mxfp4", "fp8-mxfp4" ->
          generation != BLACKWELL && (generation != HOPPER || release.marlinOnHopper());
      default -> false;
    };
  }

  /** The same on one Hopper GPU: what is said where no card is named. */
  public static double paddingOnHopper(Model model, Quantization format) {
    return isPadded(model, format)
        ? up(model.experts().orElseThrow().expertSize(), HOPPER_MULTIPLE)
        : 1;
  }

  private static boolean isPadded(Model model, Quantization format) {
    return format.id().equals("mxfp4") && model.experts().isPresent();
  }

  private static double up(int size, int multiple) {
    return (double) ((size + multiple - 1) / multiple * multiple) / size;
  }
}
