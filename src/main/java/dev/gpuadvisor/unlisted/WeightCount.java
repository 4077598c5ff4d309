package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.DenseLayers;
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

  /** All weights of what reads and writes text. */
  public long parameters() {
    long head = family.has(Extra.HEAD_BIAS) ? shape.vocabulary() : 0;
    return (long) shape.vocabulary() * hidden() * (shape.tiedEmbeddings() ? 1 : 2)
        + head
        + Matrices.elements(Matrices.of(shape))
        + norms()
        + shape.recurrent().map(each -> each.layers() * each.otherParameters()).orElse(0L)
        + shape.attentionLayers().stream().mapToLong(this::smallTensors).sum()
        + shape.dense().stream().mapToLong(this::biases).sum()
        + shape.experts().map(this::besideExperts).orElse(0L)
        + family.others();
  }

  /** Weights of the routed experts. */
  public long expertParameters() {
    return shape.experts().map(this::inExperts).orElse(0L);
  }

  /** All but the experts that a token does not use. */
  public long activeParameters() {
    return parameters() - shape.experts().map(this::idle).orElse(0L);
  }

  private long norms() {
    if (family.has(Extra.NO_NORMS)) {
      return 0;
    }
    long norms = (long) shape.layers() * family.normsPerLayer() + 1;
    return norms * hidden() * (family.has(Extra.NORM_BIAS) ? 2 : 1);
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
    return family.has(Extra.EXPERT_BIASES)
        ? (long) experts.layers() * experts.experts() * (2L * experts.expertSize() + hidden())
        : 0;
  }

  /** Routers, the gate of a shared expert, and biases. */
  private long besideExperts(MixtureOfExperts experts) {
    long router = experts.experts() * (hidden() + (family.has(Extra.ROUTER_BIAS) ? 1 : 0));
    long routers = experts.otherExpertSize() > 0 ? 2 * router : router;
    long gate = family.has(Extra.SHARED_GATE) ? hidden() : 0;
    return experts.layers() * (routers + gate) + expertBiases(experts);
  }

  private long biases(DenseLayers dense) {
    long inner = (shape.gated() ? 2L : 1L) * dense.size();
    return family.has(Extra.FEED_FORWARD_BIAS) ? dense.layers() * (inner + hidden()) : 0;
  }

  /** Norms and biases of attention, of all layers of a group. */
  private long smallTensors(AttentionLayers group) {
    if (!group.hasWeights()) {
      return 0;
    }
    if (group.attention() instanceof Attention.Latent latent) {
      long norms = (long) latent.queryRank() + latent.kvRank();
      long compressed = family.has(Extra.QKV_BIAS) ? norms + latent.ropeDim() : 0;
      return group.layers() * (norms + compressed + (family.has(Extra.OUTPUT_BIAS) ? hidden() : 0));
    }
    if (group.attention() instanceof Attention.OneVector vector) {
      return (long) group.layers() * (vector.queryRank() + vector.dim() + vector.heads());
    }
    Attention.Grouped grouped = (Attention.Grouped) group.attention();
    boolean shared = group.keeps() == AttentionLayers.Keeps.SHARED;
    long heads = grouped.heads();
    long query = heads * grouped.headDim();
    long key = (long) grouped.kvHeads() * grouped.headDim();
    long ofLayer = 0;
    if (family.has(Extra.QKV_BIAS)) {
      ofLayer += query + key + (long) grouped.kvHeads() * grouped.valueDim();
    }
    ofLayer += family.has(Extra.OUTPUT_BIAS) ? hidden() : 0;
    ofLayer += family.has(Extra.SINKS) ? heads : 0;
    ofLayer += family.has(Extra.HEAD_NORMS) ? (shared ? 1L : 2L) * grouped.headDim() : 0;
    ofLayer += family.has(Extra.QK_NORMS) ? query + key : 0;
    return group.layers() * ofLayer;
  }

  private long hidden() {
    return shape.hiddenSize();
  }
}
