package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.Matrix.Block;
import dev.gpuadvisor.sizing.Matrix.Role;
import java.util.ArrayList;
import java.util.List;

/** The weight matrices of a model's layers, as they follow from its shape. */
final class Matrices {

  private final Model model;
  private final long hidden;
  private final List<Matrix> all = new ArrayList<>();

  private Matrices(Model model) {
    this.model = model;
    this.hidden = model.hiddenSize();
  }

  static List<Matrix> of(Model model) {
    Matrices matrices = new Matrices(model);
    if (model.attention() instanceof Attention.Grouped grouped) {
      matrices.addAttention(grouped);
    } else if (model.attention() instanceof Attention.Latent latent) {
      matrices.addAttention(latent);
    }
    matrices.addFeedForward(Block.FEED_FORWARD, model.feedForwardSize(), model.denseLayers());
    model.experts().ifPresent(matrices::addExperts);
    return matrices.all;
  }

  /** The largest of them, in elements. */
  static long largest(List<Matrix> matrices) {
    return matrices.stream().mapToLong(Matrix::elements).max().orElse(0);
  }

  private void addAttention(Attention.Grouped grouped) {
    long query = (long) grouped.heads() * grouped.headDim();
    long keyOrValue = (long) grouped.kvHeads() * grouped.headDim();
    add(Role.QUERY, hidden, query);
    add(Role.KEY, hidden, keyOrValue);
    add(Role.VALUE, hidden, keyOrValue);
    add(Role.OUTPUT, query, hidden);
  }

  private void addAttention(Attention.Latent latent) {
    long heads = latent.heads();
    long query = heads * (latent.nopeDim() + latent.ropeDim());
    if (latent.queryRank() == 0) {
      add(Role.QUERY, hidden, query);
    } else {
      add(Role.QUERY, hidden, latent.queryRank());
      add(Role.QUERY, latent.queryRank(), query);
    }
    add(Role.KEY, hidden, (long) latent.kvRank() + latent.ropeDim());
    add(Role.VALUE, latent.kvRank(), heads * (latent.nopeDim() + latent.valueDim()));
    add(Role.OUTPUT, heads * latent.valueDim(), hidden);
  }

  private void addExperts(MixtureOfExperts experts) {
    long count = (long) experts.layers() * experts.experts();
    addFeedForward(Block.ROUTED_EXPERTS, experts.expertSize(), count);
    long shared = (long) experts.sharedExperts() * experts.expertSize();
    if (shared > 0) {
      addFeedForward(Block.SHARED_EXPERTS, shared, experts.layers());
    }
  }

  private void addFeedForward(Block block, long size, long count) {
    if (count > 0) {
      all.add(new Matrix(Role.GATE, block, hidden, size, count));
      all.add(new Matrix(Role.UP, block, hidden, size, count));
      all.add(new Matrix(Role.DOWN, block, size, hidden, count));
    }
  }

  private void add(Role role, long in, long out) {
    all.add(new Matrix(role, Block.ATTENTION, in, out, model.layers()));
  }
}
