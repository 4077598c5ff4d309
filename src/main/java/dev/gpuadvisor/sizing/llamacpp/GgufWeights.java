package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.GgufMix;
import dev.gpuadvisor.catalog.GgufMix.Facts;
import dev.gpuadvisor.catalog.GgufMix.Tensor;
import dev.gpuadvisor.catalog.GgufType;
import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RecurrentLayers;

/**
 * Bytes of a GGUF file, tensor by tensor. Its language-model head is the embedding table where a
 * model has one table only.
 *
 * @param layers all that is in layers
 * @param head the language-model head
 * @param embeddings the embedding table where it is another; 0 in models of one table
 * @param lookup tables that are looked up besides
 */
public record GgufWeights(long layers, long head, long embeddings, long lookup) {

  /** What is neither matrix nor table is small: norms, biases, routers, in 32 bit. */
  private static final double MOST_THAT_IS_SMALL = 0.02;

  public static GgufWeights of(Model model, GgufMix mix) {
    return of(model, mix, 1);
  }

  /**
   * @param expertShare of the routed experts that counts
   */
  public static GgufWeights of(Model model, GgufMix mix, double expertShare) {
    long row = model.hiddenSize();
    long table = model.embeddingTableParameters();
    double head = mix.head().forRows(row).bits();
    double embedding = model.tiedEmbeddings() ? head : mix.embedding().forRows(row).bits();
    return new GgufWeights(
        new GgufWeights.Layers(model, mix).bytes(expertShare),
        hasHead(model) ? bytes(table, head) : 0,
        model.tiedEmbeddings() && hasHead(model) ? 0 : bytes(table, embedding),
        bytes(model.totals().lookup(), embedding));
  }

  /**
   * Encoders with one table that keep nothing have none; but EmbeddingGemma, the one of them whose
   * layers have windows, is loaded as a language model (LLM_ARCH_GEMMA_EMBEDDING).
   */
  private static boolean hasHead(Model model) {
    return !model.tiedEmbeddings()
        || model.shape().hasCache()
        || model.shape().attentionLayers().stream().anyMatch(group -> group.window() > 0);
  }

  /** As a file has it, where somebody looked at one: its layers hold what the tables do not. */
  public static GgufWeights of(Model model, Quantization format) {
    GgufWeights usual = of(model, LlamaCppMemory.mix(format));
    long stored = model.storedBytes(format.id());
    long tables = usual.total() - usual.layers;
    return stored == 0
        ? usual
        : new GgufWeights(Math.max(0, stored - tables), usual.head, usual.embeddings, usual.lookup);
  }

  /** Bytes of the largest matrix of a layer; the experts of a layer are one. */
  static long largestTensor(Model model, GgufMix mix) {
    return largest(model, mix, false);
  }

  /** The same of routed experts alone; 0 where there are none. */
  static long largestExperts(Model model, GgufMix mix) {
    return largest(model, mix, true);
  }

  private static long largest(Model model, GgufMix mix, boolean onlyRouted) {
    GgufWeights.Layers layers = new GgufWeights.Layers(model, mix);
    double largest = 0;
    for (Matrix matrix : Matrices.of(model)) {
      boolean routed = matrix.block() == Matrix.Block.ROUTED_EXPERTS;
      if (onlyRouted && !routed) {
        continue;
      }
      int together = routed ? layers.facts().experts() : 1;
      double bits = (double) matrix.elements() * together * layers.bits(matrix);
      largest = Math.max(largest, bits / Byte.SIZE);
    }
    return Math.round(largest);
  }

  /** Bytes of the file, but for what describes them. */
  public long total() {
    return layers + head + embeddings + lookup;
  }

  private static long bytes(double parameters, double bits) {
    return Math.round(parameters * bits / Byte.SIZE);
  }

  /** The matrices of the layers. */
  private record Layers(Model model, GgufMix mix, Facts facts) {

    private Layers(Model model, GgufMix mix) {
      this(model, mix, facts(model));
    }

    private static Facts facts(Model model) {
      int queriesPerKey =
          model.attention() instanceof Attention.Grouped grouped
              ? grouped.heads() / Math.max(1, grouped.kvHeads())
              : 1;
      int experts = model.experts().map(MixtureOfExperts::experts).orElse(0);
      return new Facts(model.layers(), queriesPerKey, experts);
    }

    private long bytes(double expertShare) {
      double bytes = 0;
      double known = 0;
      for (Matrix matrix : Matrices.of(model)) {
        double share = matrix.block() == Matrix.Block.ROUTED_EXPERTS ? expertShare : 1;
        double elements = (double) matrix.elements() * matrix.count();
        known += elements;
        bytes += share * elements * bits(matrix) / Byte.SIZE;
      }
      double rest = model.linearParameters() - known;
      boolean small = Math.abs(rest) <= MOST_THAT_IS_SMALL * model.linearParameters();
      double bits = small ? GgufType.F32.bits() : mix.base().bits();
      rest -= small ? (1 - expertShare) * expertBiases() : 0;
      return Math.round(bytes + rest * bits / Byte.SIZE);
    }

    /** What routed experts have besides matrices. */
    private double expertBiases() {
      double matrices =
          Matrices.of(model).stream()
              .filter(matrix -> matrix.block() == Matrix.Block.ROUTED_EXPERTS)
              .mapToDouble(matrix -> (double) matrix.elements() * matrix.count())
              .sum();
      return Math.max(0, model.expertParameters() - matrices);
    }

    private double bits(Matrix matrix) {
      boolean latent = matrix.block() == Matrix.Block.ATTENTION && isLatent();
      if (latent && matrix.role() == Matrix.Role.VALUE) {
        return latentValue();
      }
      if (matrix.block() == Matrix.Block.RECURRENT && matrix.role() == Matrix.Role.INPUT) {
        return recurrentInput(model.shape().recurrent().orElseThrow(), matrix);
      }
      return mix.bits(tensor(matrix, latent), facts, matrix.in());
    }

    private boolean isLatent() {
      return model.attention() instanceof Attention.Latent;
    }

    /** Values and the part of keys without position come from the latent vector, in two tensors. */
    private double latentValue() {
      Attention.Latent latent = (Attention.Latent) model.attention();
      double keys = mix.base().forRows(latent.nopeDim()).bits() * latent.nopeDim();
      double values = mix.base().forRows(latent.kvRank()).bits() * latent.valueDim();
      return (keys + values) / (latent.nopeDim() + latent.valueDim());
    }

    /** One tensor goes into the convolution, others (the gate, rates) beside it. */
    private double recurrentInput(RecurrentLayers layers, Matrix matrix) {
      double mixed = Math.min(layers.convChannels(), matrix.out());
      double input = mix.bits(Tensor.RECURRENT_INPUT, facts, matrix.in()) * mixed;
      double others = mix.bits(Tensor.OTHER, facts, matrix.in()) * (matrix.out() - mixed);
      return (input + others) / matrix.out();
    }

    private static Tensor tensor(Matrix matrix, boolean latent) {
      boolean routed = matrix.block() == Matrix.Block.ROUTED_EXPERTS;
      boolean attention = matrix.block() == Matrix.Block.ATTENTION;
      return switch (matrix.role()) {
        case QUERY -> latent ? Tensor.OTHER : Tensor.QUERY;
        case KEY -> latent ? Tensor.OTHER : Tensor.KEY;
        case VALUE -> Tensor.VALUE;
        case OUTPUT -> attention ? Tensor.OUTPUT : Tensor.OTHER;
        case GATE -> attention ? Tensor.OTHER : routed ? Tensor.EXPERT_GATE : Tensor.GATE;
        case UP -> routed ? Tensor.EXPERT_UP : Tensor.UP;
        case DOWN -> routed ? Tensor.EXPERT_DOWN : Tensor.DOWN;
        case INPUT -> Tensor.OTHER;
      };
    }
  }
}
