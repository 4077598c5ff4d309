package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.ArchitectureExtras.Extra;

/**
 * Parameters of a model from its shape: the matrices follow from the sizes, norms and biases from
 * what is known of its family.
 */
public record WeightCount(Shape shape, ArchitectureExtras family) {

  /** All weights. */
  public long parameters() {
    long layer = attention() + family.normsPerLayer() * hidden() + smallTensors();
    return (long) shape.vocabulary() * hidden() * (shape.tiedEmbeddings() ? 1 : 2)
        + shape.layers() * layer
        + feedForward()
        + family.vectorsOfLastNorm() * hidden();
  }

  /** Weights of the routed experts. */
  public long expertParameters() {
    return shape
        .experts()
        .map(experts -> (long) experts.layers() * experts.experts() * expert(experts))
        .orElse(0L);
  }

  /** All but the experts that a token does not use. */
  public long activeParameters() {
    return shape
        .experts()
        .map(
            experts ->
                parameters()
                    - (long) experts.layers()
                        * (experts.experts() - experts.expertsPerToken())
                        * expert(experts))
        .orElseGet(this::parameters);
  }

  private long expert(MixtureOfExperts experts) {
    long biases =
        family.extra() == Extra.BIASES_AND_SINKS ? 2L * experts.expertSize() + hidden() : 0;
    return 3L * hidden() * experts.expertSize() + biases;
  }

  private long feedForward() {
    long dense = family.feedForwardMatrices() * hidden() * shape.feedForwardSize();
    if (shape.experts().isEmpty()) {
      return shape.layers() * dense;
    }
    MixtureOfExperts experts = shape.experts().get();
    boolean routerHasBias =
        family.extra() == Extra.BIASES_AND_SINKS || family.extra() == Extra.ROUTER_BIAS;
    long router = experts.experts() * (hidden() + (routerHasBias ? 1 : 0));
    long gate = family.extra() == Extra.QKV_BIAS_AND_SHARED_GATE ? hidden() : 0;
    long shared = (long) experts.sharedExperts() * 3 * hidden() * experts.expertSize() + gate;
    return (shape.layers() - experts.layers()) * dense
        + experts.layers() * (router + shared)
        + expertParameters();
  }

  private long attention() {
    if (shape.attention() instanceof Attention.Latent latent) {
      return latentAttention(latent);
    }
    Attention.Grouped grouped = (Attention.Grouped) shape.attention();
    return 2L * hidden() * (grouped.heads() + grouped.kvHeads()) * grouped.headDim();
  }

  /** Down and up projections of queries and of keys and values, their two norms, and the output. */
  private long latentAttention(Attention.Latent latent) {
    long heads = latent.heads();
    long queryOut = heads * (latent.nopeDim() + latent.ropeDim());
    long rank = latent.queryRank();
    long query = rank == 0 ? hidden() * queryOut : hidden() * rank + rank + rank * queryOut;
    long keysAndValues =
        hidden() * (latent.kvRank() + latent.ropeDim())
            + latent.kvRank()
            + latent.kvRank() * heads * (latent.nopeDim() + latent.valueDim());
    return query + keysAndValues + heads * latent.valueDim() * hidden();
  }

  private long smallTensors() {
    if (!(shape.attention() instanceof Attention.Grouped grouped)) {
      return 0;
    }
    long heads = grouped.heads();
    long kvHeads = grouped.kvHeads();
    return switch (family.extra()) {
      case QKVO_BIAS -> (heads + 2 * kvHeads) * grouped.headDim() + hidden();
      case QKV_BIAS, QKV_BIAS_AND_SHARED_GATE -> (heads + 2 * kvHeads) * grouped.headDim();
      case HEAD_NORMS -> 2L * grouped.headDim();
      case QK_NORMS -> (heads + kvHeads) * grouped.headDim();
      case BIASES_AND_SINKS -> (heads + 2 * kvHeads) * grouped.headDim() + hidden() + heads;
      case NONE, ROUTER_BIAS -> 0;
    };
  }

  private long hidden() {
    return shape.hiddenSize();
  }
}
