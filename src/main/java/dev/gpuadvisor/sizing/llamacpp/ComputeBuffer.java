package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.LatentCache;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.Shape;
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
  private final boolean drafts;
  private final Copies copies;

  /**
   * What lies in the memory of the host, and is copied here for one layer at a time.
   *
   * @param experts bytes of a matrix of all routed experts of a layer; 0 where they lie here
   * @param cache whether keys and values are: the scheduler (ggml-backend.cpp) gives flash
   *     attention to the device of the matrix behind it, wherever they are. Where scores are kept,
   *     and the cache was told to stay there, the host attends (build_attn_mha in llama-graph.cpp)
   */
  record Copies(long experts, boolean cache) {}

  /** Where all weights lie here, and the cache as the set-up says. */
  ComputeBuffer(Setup setup, boolean hasHead) {
    this(setup, hasHead, new Copies(0, setup.switches().cacheOnHost()));
  }

  /**
   * @param hasHead whether the device makes logits
   */
  ComputeBuffer(Setup setup, boolean hasHead, Copies copies) {
    this(setup, hasHead, copies, false);
  }

  private ComputeBuffer(Setup setup, boolean hasHead, Copies copies, boolean drafts) {
    this.setup = setup;
    this.shape = setup.model().shape();
    this.hasHead = hasHead && !setup.encodes();
    this.copies = copies;
    this.drafts = drafts;
  }

  /** Of layers that draft tokens: they attend, as the others that do. */
  static ComputeBuffer ofDraft(Setup setup) {
    return new ComputeBuffer(setup, true, new Copies(0, setup.switches().cacheOnHost()), true);
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
              copies.experts());
      return laidOut(last -> graph.experts(hidden, layer, last));
    }

    private long laidOut(IntUnaryOperator feedForward) {
      x = graph.hidden(hidden);
      List<AttentionLayers> groups = attending();
      groups.forEach(this::input);
      shape
          .recurrent()
          .filter(layers -> !drafts && layers.inputWidth() > 0) // else they only convolve
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
      return graph.attention(hidden, Widths.of(group.attention()), attending(group), x);
    }

    private Attending attending(AttentionLayers group) {
      long seen = setup.seen(group);
      boolean keepsScores = !setup.flashAttention();
      long scores = keepsScores ? group.attention().heads() * cellsInStep(seen, BYTES_32_BIT) : 0;
      boolean rotates = setup.rotates(group);
      return new Attending(
          () -> mask(seen),
          scratch(group),
          scores,
          rotates && setup.hasQuantizedKeys(),
          rotates && setup.hasQuantizedValues(),
          copies.cache() ? copied(group) : 0,
          hostAttends());
    }

    /** Keys and values, of which the latent vector is both. */
    private long copied(AttentionLayers group) {
      boolean both =
          group.attention() instanceof Attention.Latent
              && setup.latentCache() == LatentCache.COMPRESSED;
      return setup.bytesOfOneLayer(group) * (both ? 2 : 1);
    }

    private boolean hostAttends() {
      return setup.switches().cacheOnHost() && !setup.flashAttention();
    }

    /** The mask arrives with the tokens, in builds before 9490 in 32 bit. */
    private void input(AttentionLayers group) {
      if (hostAttends()) {
        return;
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

  /** Kernels of flash attention unpack a quantized cache, that of one layer at a time. */
  private long scratch(AttentionLayers group) {
    if (!setup.profile().unpacksCache() || !setup.flashAttention()) {
      return 0;
    }
    if (group.attention() instanceof Attention.Latent latent) {
      long all = latent.kvElementsPerTokenAndLayer();
      return setup.hasQuantizedKeys() ? setup.cells(group) * all * BYTES_OF_UNPACKED_LATENT : 0;
    }
    Setup.Kept kept = setup.kept(group.attention());
    long unpacked =
        (setup.hasQuantizedKeys() ? kept.keys() : 0)
            + (setup.hasQuantizedValues() ? kept.values() : 0);
    return setup.cells(group) * unpacked * BYTES_16_BIT;
  }
}
