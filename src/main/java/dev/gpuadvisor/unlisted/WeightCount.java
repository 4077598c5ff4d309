package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.ArchitectureExtras.Extra;
import java.util.List;

/**
 * Parameters of a model from its shape: the matrices follow from the sizes, norms and biases from
 * what is known of its family.
 */
public record WeightCount(Shape shape, ArchitectureExtras family) {

  /** All weights. */
  public long parameters() {
    long norms = shape.layers() * family.normsPerLayer() + family.vectorsOfLastNorm();
    return (long) shape.vocabulary() * hidden() * (shape.tiedEmbeddings() ? 1 : 2)
        + Matrices.elements(Matrices.of(shape))
        + shape.recurrent().map(each -> each.layers() * each.otherParameters()).orElse(0L)
        + shape.attentionLayers().stream().mapToLong(this::smallTensors).sum()
        + shape.experts().map(this::besideExperts).orElse(0L)
        + norms * hidden();
  }

  /** Weights of the routed experts. */
  public long expertParameters() {
    return shape.experts().map(this::inExperts).orElse(0L);
  }

  /** All but the experts that a token does not use. */
  public long activeParameters() {
    return parameters() - shape.experts().map(this::idle).orElse(0L);
  }

  private long idle(MixtureOfExperts experts) {
    long each = inExperts(experts) / experts.experts();
    return (experts.experts() - experts.expertsPerToken()) * each;
  }

  private long inExperts(MixtureOfExperts experts) {
    List<Matrix> routed =
        Matrices.of(shape).stream()
            .filter(matrix -> matrix.block() == Matrix.Block.ROUTED_EXPERTS)
            .toList();
    return Matrices.elements(routed) + expertBiases(experts);
  }

  private long expertBiases(MixtureOfExperts experts) {
    return family.extra() == Extra.BIASES_AND_SINKS
        ? (long) experts.layers() * experts.experts() * (2L * experts.expertSize() + hidden())
        : 0;
  }

  /** Routers, the gate of a shared expert, and biases. */
  private long besideExperts(MixtureOfExperts experts) {
    boolean routerHasBias =
        family.extra() == Extra.BIASES_AND_SINKS || family.extra() == Extra.ROUTER_BIAS;
    long router = experts.experts() * (hidden() + (routerHasBias ? 1 : 0));
    long gate = family.extra() == Extra.QKV_BIAS_AND_SHARED_GATE ? hidden() : 0;
    return experts.layers() * (router + gate) + expertBiases(experts);
  }

  /** Norms and biases of attention, of all layers of a group. */
  private long smallTensors(AttentionLayers group) {
    if (group.attention() instanceof Attention.Latent latent) {
      return (long) group.layers() * (latent.queryRank() + latent.kvRank());
    }
    if (!(group.attention() instanceof Attention.Grouped grouped)) {
      return 0;
    }
    long heads = grouped.heads();
    long kvHeads = grouped.kvHeads();
    long ofLayer =
        switch (family.extra()) {
          case QKVO_BIAS -> (heads + 2 * kvHeads) * grouped.headDim() + hidden();
          case QKV_BIAS, QKV_BIAS_AND_SHARED_GATE -> (heads + 2 * kvHeads) * grouped.headDim();
          case HEAD_NORMS -> 2L * grouped.headDim();
          case QK_NORMS -> (heads + kvHeads) * grouped.headDim();
          case BIASES_AND_SINKS -> (heads + 2 * kvHeads) * grouped.headDim() + hidden() + heads;
          case NONE, ROUTER_BIAS -> 0;
        };
    return group.layers() * ofLayer;
  }

  private long hidden() {
    return shape.hiddenSize();
  }
}
