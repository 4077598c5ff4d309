package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppRow;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppRow.Buffer;

/**
 * What gguf-parser says that a GPU with all layers holds: the tensors that it takes for the ones
 * that are alive together, each in 32 bit, besides weights and cache.
 *
 * <p>Its weights are those of the file's tensors, for which ours stand; the query matrix is counted
 * in the mean width of the file.
 */
final class GgufParserRule {

  private static final double MIB = 1L << 20;
  private static final double BYTES_32_BIT = 4;
  private static final double BYTES_16_BIT = 2;

  private final LlamaCppRow row;
  private final Shape shape;
  private final double cells;
  private final double step;

  private GgufParserRule(LlamaCppRow row) {
    this.row = row;
    this.shape = row.model().shape();
    this.cells = row.setup().tokens();
    this.step = Math.min(row.setup().step(), row.setup().tokens());
  }

  static double mib(LlamaCppRow row) {
    GgufParserRule rule = new GgufParserRule(row);
    double bytes = rule.cache() + rule.input() + rule.compute() + rule.output();
    return row.estimated(Buffer.MODEL_GPU) + bytes / MIB;
  }

  private double cache() {
    return shape.cacheElements(row.setup().tokens())
        * (double) row.setup().cacheType().bytesPerBlock()
        / 32;
  }

  /** Vectors, positions and a mask. */
  private double input() {
    return BYTES_32_BIT * step * (shape.hiddenSize() + 1 + cells);
  }

  private double compute() {
    return Math.max(row.flash() ? flashAttention() : scores(), feedForward());
  }

  /** A mask in 16 bit, one vector, the query matrix, keys and values of a layer. */
  private double flashAttention() {
    double query = shape.hiddenSize() * queries() * width();
    double layer = cache() / shape.layers();
    return BYTES_16_BIT * cells * step + BYTES_32_BIT * step * shape.hiddenSize() + query + layer;
  }

  /** Three vectors and the scores of all heads. */
  private double scores() {
    double heads = grouped().heads();
    return BYTES_32_BIT * step * (3.0 * shape.hiddenSize() + cells * heads);
  }

  private double feedForward() {
    double vectors = 2.0 * shape.hiddenSize();
    if (shape.experts().isEmpty()) {
      return BYTES_32_BIT * step * (vectors + 2.0 * shape.feedForwardSize());
    }
    MixtureOfExperts experts = shape.experts().get();
    double gates = (double) experts.experts() * shape.hiddenSize();
    double taken = experts.experts() + (double) experts.expertsPerToken() * shape.hiddenSize();
    return BYTES_32_BIT * (gates + step * (vectors + taken));
  }

  /** Logits of all tokens and one vector. */
  private double output() {
    return BYTES_32_BIT * step * (shape.hiddenSize() + shape.vocabulary());
  }

  private double queries() {
    return (double) grouped().heads() * grouped().headDim();
  }

  private Grouped grouped() {
    return (Grouped) shape.attention();
  }

  /** Bytes of a weight. */
  private double width() {
    double file = row.estimated(Buffer.MODEL_GPU) + row.estimated(Buffer.MODEL_HOST);
    return file * MIB / row.model().parameters();
  }
}
