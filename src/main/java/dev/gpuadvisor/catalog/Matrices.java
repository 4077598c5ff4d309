package dev.gpuadvisor.catalog;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Attention.Grouped.Projections;
import dev.gpuadvisor.catalog.Attention.Latent;
import dev.gpuadvisor.catalog.Attention.OneVector;
import dev.gpuadvisor.catalog.Matrix.Block;
import dev.gpuadvisor.catalog.Matrix.Role;
import java.util.ArrayList;
import java.util.List;

/** The weight matrices of a model's layers, as they follow from its shape. */
public final class Matrices {

  private final Shape shape;
  private final long hidden;
  private final List<Matrix> all = new ArrayList<>();

  private Matrices(Shape shape) {
    this.shape = shape;
    this.hidden = shape.hiddenSize();
  }

  public static List<Matrix> of(Model model) {
    return of(model.shape());
  }

  /** Those of the layers: tables, towers and small tensors are no part of them. */
  public static List<Matrix> of(Shape shape) {
    Matrices matrices = new Matrices(shape);
    shape.attentionLayers().stream()
        .filter(AttentionLayers::hasWeights)
        .forEach(matrices::addAttention);
    shape.recurrent().ifPresent(matrices::addRecurrent);
    shape.dense().forEach(dense -> matrices.addDense(Block.FEED_FORWARD, dense));
    shape.experts().ifPresent(matrices::addExperts);
    return matrices.all;
  }

  /** The largest of them, in elements. */
  public static long largest(List<Matrix> matrices) {
    return matrices.stream().mapToLong(Matrix::elements).max().orElse(0);
  }

  /** Elements of all of them. */
  public static long elements(List<Matrix> matrices) {
    return matrices.stream().mapToLong(each -> each.elements() * each.count()).sum();
  }

  private void addAttention(AttentionLayers group) {
    boolean ownCache = group.keeps() != AttentionLayers.Keeps.SHARED;
    if (group.attention() instanceof Grouped grouped) {
      addGrouped(grouped, group.layers(), ownCache);
    } else if (group.attention() instanceof Latent latent) {
      addLatent(latent, group.layers());
    } else if (group.attention() instanceof OneVector vector) {
      addOneVector(vector, group.layers());
    }
  }

  private void addGrouped(Grouped grouped, long layers, boolean ownCache) {
    boolean gated = grouped.projections() == Projections.GATED;
    long query = (long) grouped.heads() * grouped.headDim();
    add(Role.QUERY, hidden, gated ? 2 * query : query, layers);
    if (ownCache) {
      add(Role.KEY, hidden, (long) grouped.kvHeads() * grouped.headDim(), layers);
    }
    if (ownCache && grouped.projections() != Projections.VALUES_ARE_KEYS) {
      add(Role.VALUE, hidden, (long) grouped.kvHeads() * grouped.valueDim(), layers);
    }
    add(Role.OUTPUT, (long) grouped.heads() * grouped.valueDim(), hidden, layers);
  }

  private void addLatent(Latent latent, long layers) {
    long heads = latent.heads();
    addQuery(latent.queryRank(), heads * (latent.nopeDim() + latent.ropeDim()), layers);
    add(Role.KEY, hidden, (long) latent.kvRank() + latent.ropeDim(), layers);
    add(Role.VALUE, latent.kvRank(), heads * (latent.nopeDim() + latent.valueDim()), layers);
    add(Role.OUTPUT, heads * latent.valueDim(), hidden, layers);
    if (latent.gated()) {
      add(Role.GATE, Block.ATTENTION, hidden, heads * latent.valueDim(), layers);
    }
  }

  private void addOneVector(OneVector vector, long layers) {
    long width = (long) vector.heads() * vector.dim();
    addQuery(vector.queryRank(), width, layers);
    add(Role.KEY, hidden, vector.dim(), layers);
    long compressed = (long) vector.outputGroups() * vector.outputRank();
    add(Role.OUTPUT, width / vector.outputGroups(), compressed, layers);
    add(Role.OUTPUT, compressed, hidden, layers);
  }

  private void addQuery(long rank, long width, long layers) {
    if (rank == 0) {
      add(Role.QUERY, hidden, width, layers);
    } else {
      add(Role.QUERY, hidden, rank, layers);
      add(Role.QUERY, rank, width, layers);
    }
  }

  private void addRecurrent(RecurrentLayers recurrent) {
    add(Role.INPUT, Block.RECURRENT, hidden, recurrent.inputWidth(), recurrent.layers());
    add(Role.OUTPUT, Block.RECURRENT, recurrent.outputWidth(), hidden, recurrent.layers());
  }

  private void addExperts(MixtureOfExperts experts) {
    long count = (long) experts.layers() * experts.experts();
    long width = experts.width(shape.hiddenSize());
    addFeedForward(Block.ROUTED_EXPERTS, width, experts.expertSize(), count);
    addFeedForward(Block.ROUTED_EXPERTS, width, experts.otherExpertSize(), count);
    addDense(Block.SHARED_EXPERTS, new DenseLayers(experts.layers(), experts.sharedSize()));
    if (width != hidden) {
      add(Role.INPUT, Block.SHARED_EXPERTS, hidden, width, experts.layers());
      add(Role.OUTPUT, Block.SHARED_EXPERTS, width, hidden, experts.layers());
    }
  }

  private void addDense(Block block, DenseLayers dense) {
    addFeedForward(block, hidden, dense.size(), dense.layers());
  }

  private void addFeedForward(Block block, long width, long size, long count) {
    if (size == 0) {
      return;
    }
    if (shape.gated()) {
      add(Role.GATE, block, width, size, count);
    }
    add(Role.UP, block, width, size, count);
    add(Role.DOWN, block, size, width, count);
  }

  private void add(Role role, long in, long out, long layers) {
    add(role, Block.ATTENTION, in, out, layers);
  }

  private void add(Role role, Block block, long in, long out, long count) {
    if (count > 0 && out > 0) { // convolutions alone have no projections
      all.add(new Matrix(role, block, in, out, count));
    }
  }
}
