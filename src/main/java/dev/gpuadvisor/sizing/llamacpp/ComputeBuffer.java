package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.LatentCache;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.sizing.llamacpp.LayerGraph.Attending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The compute buffer of a device: what one step of so many tokens needs besides weights and cache.
 * It does not grow with the number of layers, since each uses the memory of the one before; some
 * layers of each kind, one after another, show it.
 */
final class ComputeBuffer {

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /** What kernels of latent attention unpack an element of a quantized cache to. */
  private static final int BYTES_OF_UNPACKED_LATENT = 8;

  private final Setup setup;
  private final Shape shape;
  private final boolean hasHead;
  private boolean attendsOnly;
  private long copiedExperts;

  /**
   * @param hasHead whether the device makes logits
   */
  ComputeBuffer(Setup setup, boolean hasHead) {
    this.setup = setup;
    this.shape = setup.model().shape();
    this.hasHead = hasHead;
  }

  /** With room for so many bytes of experts that lie elsewhere, one matrix of a layer at a time. */
  ComputeBuffer copying(long experts) {
    copiedExperts = experts;
    return this;
  }

  /** With whichever feed-forward part takes more. */
  long bytes() {
    long most = 0;
    for (DenseLayers dense : shape.dense()) {
      if (dense.layers() > 0) {
        most = Math.max(most, new Sequence().bytes(dense));
      }
    }
    if (shape.experts().isPresent()) {
      most = Math.max(most, new Sequence().bytes(shape.experts().get()));
    }
    return most;
  }

  /** Of layers that draft tokens: they attend, as the others that do. */
  long bytesOfDraft() {
    attendsOnly = true;
    return bytes();
  }

  /** One graph while it is laid out. */
  private final class Sequence {

    private final LayerGraph graph = new LayerGraph(setup.step(), setup.profile().fusedGates());
    private final int hidden = shape.hiddenSize();
    private final Map<Long, Integer> inputs = new HashMap<>();
    private final Map<Long, Integer> masks = new HashMap<>();
    private int x;

    private long bytes(DenseLayers dense) {
      return laidOut(last -> graph.feedForward(hidden, dense.size(), last));
    }

    private long bytes(MixtureOfExperts experts) {
      LayerGraph.Experts layer =
          new LayerGraph.Experts(
              experts.experts(),
              experts.expertsPerToken(),
              experts.expertSize(),
              experts.sharedSize(),
              copiedExperts);
      return laidOut(last -> graph.experts(hidden, layer, last));
    }

    private long laidOut(IntUnaryOperator feedForward) {
      x = graph.hidden(hidden);
      List<AttentionLayers> groups = attending();
      groups.forEach(this::input);
      shape
          .recurrent()
          .filter(layers -> !attendsOnly)
          .ifPresent(layers -> recurrent(layers, feedForward));
      for (int i = 0; i < 2; i++) {
        for (AttentionLayers group : groups) {
          x = attention(group);
          x = feedForward.applyAsInt(x);
        }
      }
      if (hasHead) {
        long rows = setup.profile().limitsOutputs() ? setup.slots() : setup.step();
        graph.logits(hidden, shape.vocabulary(), rows, x);
      }
      return graph.bytes();
    }

    private List<AttentionLayers> attending() {
      List<AttentionLayers> groups = new ArrayList<>();
      for (AttentionLayers group : shape.attentionLayers()) {
        if (group.hasWeights() && group.layers() > 0) {
          groups.add(group);
        }
      }
      return groups;
    }

    private void recurrent(RecurrentLayers layers, IntUnaryOperator feedForward) {
      long value = layers.outputWidth();
      long key = Math.max(0, (layers.convChannels() - value) / 2);
      LayerGraph.Recurrent layer =
          new LayerGraph.Recurrent(
              layers.convChannels(),
              key,
              value,
              layers.stateElements() * BYTES_32_BIT * setup.slots(),
              layers.convChannels() * (layers.convKernel() - 1) * BYTES_32_BIT * setup.slots());
      for (int i = 0; i < 3; i++) {
        x = feedForward.applyAsInt(graph.recurrent(hidden, layer, x));
      }
    }

    private int attention(AttentionLayers group) {
      if (group.attention() instanceof Attention.Latent latent
          && setup.latentCache() != LatentCache.EXPANDED) {
        LayerGraph.Latent layer =
            new LayerGraph.Latent(
                latent.heads(),
                latent.queryRank(),
                latent.kvRank(),
                latent.ropeDim(),
                latent.nopeDim(),
                latent.valueDim());
        return graph.latentAttention(hidden, layer, attending(group), x);
      }
      return graph.attention(hidden, layer(group.attention()), attending(group), x);
    }

    private LayerGraph.Attention layer(Attention attention) {
      if (attention instanceof Attention.Grouped grouped) {
        return new LayerGraph.Attention(
            (long) grouped.heads() * grouped.headDim(),
            (long) grouped.kvHeads() * grouped.headDim(),
            (long) grouped.kvHeads() * grouped.valueDim(),
            (long) grouped.heads() * grouped.valueDim(),
            grouped.projections() == Attention.Grouped.Projections.GATED);
      }
      if (attention instanceof Attention.Latent latent) {
        long query = (long) latent.heads() * (latent.nopeDim() + latent.ropeDim());
        long value = (long) latent.heads() * latent.valueDim();
        return new LayerGraph.Attention(query, query, value, value, false);
      }
      Attention.OneVector vector = (Attention.OneVector) attention;
      long query = (long) vector.heads() * vector.dim();
      return new LayerGraph.Attention(query, vector.dim(), vector.dim(), query, false);
    }

    private Attending attending(AttentionLayers group) {
      long seen = setup.seen(group);
      boolean keepsScores = !setup.flashAttention();
      long scores = keepsScores ? heads(group.attention()) * cellsInStep(seen, BYTES_32_BIT) : 0;
      boolean rotates = setup.rotates(group);
      return new Attending(
          () -> mask(seen),
          scratch(group),
          scores,
          rotates && setup.hasQuantizedKeys(),
          rotates && setup.hasQuantizedValues(),
          setup.switches().cacheOnHost());
    }

    /** The mask arrives with the tokens, in builds before 9490 in 32 bit. */
    private void input(AttentionLayers group) {
      if (setup.switches().cacheOnHost()) {
        return; // as all is that attends
      }
      boolean in16Bit = setup.profile().masksIn16Bit();
      inputs.computeIfAbsent(
          setup.seen(group),
          seen -> graph.input(cellsInStep(seen, in16Bit ? BYTES_16_BIT : BYTES_32_BIT)));
    }

    private int mask(long seen) {
      int input = inputs.get(seen);
      if (setup.profile().masksIn16Bit() || !setup.flashAttention()) {
        return input;
      }
      return masks.computeIfAbsent(
          seen, each -> graph.cast(cellsInStep(each, BYTES_16_BIT), input));
    }

    private long cellsInStep(long cells, int bytes) {
      return cells * setup.step() * bytes;
    }
  }

  private static long heads(Attention attention) {
    if (attention instanceof Attention.Grouped grouped) {
      return grouped.heads();
    }
    return attention instanceof Attention.Latent latent
        ? latent.heads()
        : ((Attention.OneVector) attention).heads();
  }

  /** Kernels of flash attention unpack a quantized cache, that of one layer at a time. */
  private long scratch(AttentionLayers group) {
    if (!setup.profile().unpacksCache() || !setup.flashAttention()) {
      return 0;
    }
    long all = group.attention().kvElementsPerTokenAndLayer();
    if (group.attention() instanceof Attention.Latent) {
      return setup.hasQuantizedKeys() ? setup.cells(group) * all * BYTES_OF_UNPACKED_LATENT : 0;
    }
    long values = setup.values(group.attention());
    long unpacked =
        (setup.hasQuantizedKeys() ? all - values : 0) + (setup.hasQuantizedValues() ? values : 0);
    return setup.cells(group) * unpacked * BYTES_16_BIT;
  }
}
