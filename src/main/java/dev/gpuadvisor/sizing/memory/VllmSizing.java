package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ImageEncoder;
import dev.gpuadvisor.catalog.MemoryProfile.NonTorch;
import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.MemoryType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LargestSize;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * vLLM's accounting on one kind of card: what is independent of the settings that may be turned is
 * worked out once.
 */
final class VllmSizing {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;
  private static final long LARGE_CARD = 70 * GIB;
  private static final long LARGEST_CARD = 160 * GIB;

  private final Workload workload;
  private final Paged profile;
  private final Card card;
  private final long kernels;
  private final Parallel parallel;
  private final Quantization format;
  private final VllmActivations activations;
  private final CacheBlocks blocks;
  private final long first;
  private final long last;
  private final long adapters;

  VllmSizing(
      Workload workload, Quantization format, MemoryEstimate estimate, Card card, Parallel on) {
    this.workload = workload;
    this.profile = ((Paged) workload.runtime().memory()).of(workload.model());
    this.card = card;
    this.parallel = on;
    this.format = format;
    Model model = workload.loaded();
    Optional<Speculation> drafting = workload.settings().speculation();
    this.activations = new VllmActivations(profile, workload.used(), format, on);
    this.blocks =
        CacheBlocks.of(
            model.shape(),
            drafting.map(all -> all.layers(model)).orElse(List.of()),
            workload.kvCache(),
            workload.settings().cache(profile.cache()),
            on);
    boolean inTime = workload.model().images().filter(ImageEncoder::countsTime).isPresent();
    VllmWeights weights =
        new VllmWeights(model, format, WeightMemory.resident(model, format), on, profile, inTime);
    this.kernels = weights.unpacksByMarlin(card) ? profile.nonTorch().marlinMib() * MIB : 0;
    this.first = weights.bytes(card, false);
    this.last = weights.bytes(card, true) + workload.draftBytes(format) / on.tensor();
    this.adapters = estimate.adaptersBytes() / on.tensor() / on.pipeline();
  }

  long totalBytes() {
    return card.cudaBytes();
  }

  CacheBlocks blocks() {
    return blocks;
  }

  Parallel parallel() {
    return parallel;
  }

  /** Whether its defaults are those of large cards: 70 GiB and more, and no A100. */
  boolean isLarge() {
    return card.cudaBytes() >= LARGE_CARD && !card.name().toLowerCase(Locale.ROOT).contains("a100");
  }

  int sequences(RuntimeSettings settings, int concurrency) {
    int usual = isLarge() ? profile.defaults().largeSequences() : profile.defaults().sequences();
    return settings.maxNumSeqs().orElse(Math.max(usual, concurrency));
  }

  private int usualTokens() {
    if (card.cudaBytes() >= LARGEST_CARD) {
      return profile.defaults().largestTokens();
    }
    return isLarge() ? profile.defaults().largeTokens() : profile.defaults().tokens();
  }

  Paged profile() {
    return profile;
  }

  /** Each sequence needs a token of a step. */
  int tokens(RuntimeSettings settings, int length, int concurrency) {
    int usual = activations.stepTokens(usualTokens(), length);
    int sequences = sequences(settings, concurrency);
    return settings.maxNumBatchedTokens().orElse(Math.max(usual, sequences));
  }

  long budget(RuntimeSettings settings) {
    double share = settings.gpuMemoryUtilization().orElse(workload.runtime().usableFraction());
    return (long) Math.ceil(card.cudaBytes() * share);
  }

  /** The largest share that is free when a server starts, in hundredths. */
  double largestShare() {
    double free = card.cudaBytes() - contextBytes();
    return Math.min(0.98, Math.floor(100 * free / card.cudaBytes()) / 100);
  }

  long contextBytes() {
    return workload.runtime().cudaContextMib() * MIB;
  }

  /** Weights of the stage that has the most of weights and peak together. */
  long weights(boolean lastStage) {
    return (lastStage ? last : first) + adapters;
  }

  long peak(RuntimeSettings settings, int length, int concurrency, boolean lastStage) {
    return activations.peak(
        sequences(settings, concurrency),
        tokens(settings, length, concurrency),
        length,
        lastStage,
        settings.eager());
  }

  long nonTorch() {
    NonTorch rule = profile.nonTorch();
    int gpus = parallel.tensor() * parallel.data();
    if (gpus == 1) {
      return rule.aloneMib() * MIB + kernels;
    }
    return card.memoryType() == MemoryType.HBM
        ? (rule.linkedMib() + (gpus - 2L) * rule.linkedEachMib()) * MIB + kernels
        : rule.unlinkedMib() * MIB + kernels;
  }

  long graphs(RuntimeSettings settings, int concurrency) {
    if (settings.eager()) {
      return 0;
    }
    return new VllmGraphs(profile.graphs(), workload.model(), format, parallel)
        .bytes(sequences(settings, concurrency));
  }

  /** What is gone before the cache, on the stage where that is the most. */
  long besidesCache(RuntimeSettings settings, int length, int concurrency, boolean lastStage) {
    long graphs = profile.graphs().inBudget() ? graphs(settings, concurrency) : 0;
    return weights(lastStage)
        + peak(settings, length, concurrency, lastStage)
        + nonTorch()
        + graphs
        + settings.measuredMore();
  }

  boolean lastStageDecides(RuntimeSettings settings, int length, int concurrency) {
    return parallel.pipeline() == 1
        || besidesCache(settings, length, concurrency, true)
            >= besidesCache(settings, length, concurrency, false);
  }

  /** Tokens that a window keeps besides its own. */
  long ahead(RuntimeSettings settings, int length, int concurrency) {
    return (long) profile.cache().stepsInFlight() * tokens(settings, length, concurrency);
  }

  /** What a number of full-length sequences needs of one GPU. Copies share them out. */
  long required(RuntimeSettings settings, int length, int concurrency) {
    boolean lastStage = lastStageDecides(settings, length, concurrency);
    long sequences = (concurrency + parallel.data() - 1L) / parallel.data();
    long ahead = ahead(settings, length, concurrency);
    long cache =
        Math.max(sequences * blocks.blocksOf(length, ahead), blocks.blocksToStart(length, ahead))
            * blocks.blockBytes();
    return besidesCache(settings, length, concurrency, lastStage) + cache;
  }

  /**
   * Whether the share is free when the server starts, which V0 did not ask, and graphs and the
   * sampler's warm-up find room beside it.
   */
  boolean warmsUp(RuntimeSettings settings, int length, int concurrency) {
    if (profile.defaults().wholePrompts()) {
      return true;
    }
    boolean lastStage = lastStageDecides(settings, length, concurrency);
    long outside = profile.graphs().inBudget() ? 0 : graphs(settings, concurrency);
    long peak = peak(settings, length, concurrency, lastStage);
    long warm = Math.max(0, activations.warmUp(sequences(settings, concurrency)) - peak);
    return budget(settings) + outside + warm + contextBytes() <= card.cudaBytes();
  }

  /** Where layers have a state, each sequence of a step needs a block. */
  boolean hasBlocksForAll(RuntimeSettings settings, int length, int concurrency) {
    return !blocks.stateful()
        || blocks(settings, length, concurrency) >= sequences(settings, concurrency);
  }

  /** The longest sequence within a limit. */
  int longest(long limit, int most, IntToLongFunction bytes) {
    return LargestSize.within(limit, most, profile.defaults().longestWholePrompt(), bytes);
  }

  /** Whether a step has room for the largest image of a model that wants it whole. */
  boolean takesItems(RuntimeSettings settings, int length, int concurrency) {
    return activations.takesItems(tokens(settings, length, concurrency));
  }

  long cache(RuntimeSettings settings, int length, int concurrency) {
    boolean lastStage = lastStageDecides(settings, length, concurrency);
    return budget(settings) - besidesCache(settings, length, concurrency, lastStage);
  }

  long blocks(RuntimeSettings settings, int length, int concurrency) {
    return blocks.blocksIn(cache(settings, length, concurrency));
  }

  /** Whether the server comes up and one sequence of this length fits. */
  boolean starts(RuntimeSettings settings, int length, int concurrency) {
    return cache(settings, length, concurrency) > 0
        && blocks(settings, length, concurrency)
            >= blocks.blocksToStart(length, ahead(settings, length, concurrency))
        && hasBlocksForAll(settings, length, concurrency)
        && takesItems(settings, length, concurrency)
        && warmsUp(settings, length, concurrency);
  }
}
