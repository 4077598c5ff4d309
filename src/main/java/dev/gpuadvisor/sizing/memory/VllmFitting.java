package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.LargestSize;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import java.util.List;

/**
 * A workload laid on GPUs by vLLM's accounting: with the settings that the caller gives, and the
 * runtime's own for the others. Where the caller leaves release and share open, the share is raised
 * as far as the card allows before a set-up is called impossible: the answer names the share that
 * it counts with. Where layers have a state, fewer sequences are taken a step before that.
 */
public final class VllmFitting {

  private final Workload workload;
  private final Quantization format;
  private final MemoryEstimate estimate;
  private final Card card;
  private final VllmSizing sizing;
  private final int length;
  private final int concurrency;
  private final RuntimeSettings settings;

  private VllmFitting(
      Workload workload, Quantization format, MemoryEstimate estimate, Card card, int gpus) {
    this.workload = workload;
    this.format = format;
    this.estimate = estimate;
    this.card = card;
    Parallel parallel = workload.parallel(format, gpus);
    this.sizing = new VllmSizing(workload, format, estimate, card, parallel);
    this.length = workload.tokens().context();
    this.concurrency = workload.tokens().concurrency();
    this.settings = choice().chosen();
  }

  /** The same with other sequences: weights, cards and GPUs do not depend on them. */
  private VllmFitting(VllmFitting other, int length, int concurrency) {
    this.workload = other.workload;
    this.format = other.format;
    this.estimate = other.estimate;
    this.card = other.card;
    this.sizing = other.sizing;
    this.length = length;
    this.concurrency = concurrency;
    this.settings = choice().chosen();
  }

  Workload workload() {
    return workload;
  }

  Quantization format() {
    return format;
  }

  Card card() {
    return card;
  }

  VllmSizing sizing() {
    return sizing;
  }

  public RuntimeSettings settings() {
    return settings;
  }

  public static boolean applies(Workload workload) {
    return workload.runtime().memory() instanceof Paged;
  }

  /**
   * @param gpus as many as the workload's parallelism takes
   */
  public static VllmFitting of(
      Workload workload, Quantization format, MemoryEstimate estimate, Card card, int gpus) {
    return new VllmFitting(workload, format, estimate, card, gpus);
  }

  /** Bytes of one GPU that the asked sequences need. */
  public long requiredBytes() {
    return sizing.required(settings, length, concurrency);
  }

  /** Bytes of one GPU that the server takes. */
  public long usableBytes() {
    return sizing.budget(settings);
  }

  /** Whether it comes up, and holds all sequences at their full length. */
  public boolean fits() {
    return requiredBytes() <= usableBytes() && sizing.starts(settings, length, concurrency);
  }

  /** Tokens of the longest sequence with which the asked number of them still fits. */
  public int largestContext() {
    int most = mostTokens();
    long limit = usableBytes();
    return sizing.longest(
        limit, most, tokens -> new VllmFitting(this, tokens, concurrency).bytesWithin(limit));
  }

  /** Sequences of the asked length that fit. */
  public int largestConcurrency() {
    int most = workload.settings().maxNumSeqs().orElse(Tokens.MAX_CONCURRENCY);
    long limit = usableBytes();
    return LargestSize.within(
        limit, most, sequences -> new VllmFitting(this, length, sequences).bytesWithin(limit));
  }

  /** What it needs, or more than there is where it does not fit for other reasons. */
  private long bytesWithin(long limit) {
    return fits() ? requiredBytes() : Math.max(requiredBytes(), limit + 1);
  }

  /** Sequences of so many tokens that its cache holds, over all copies; not a whole number. */
  public double sequencesOf(int tokens) {
    CacheBlocks layout = sizing.blocks();
    long cache = sizing.cache(settings, length, concurrency);
    double blocks = (double) layout.blocksIn(cache) * settings.parallel().data();
    long needed = layout.blocksOf(tokens, 0);
    return needed == 0 ? mostSequences() : blocks / needed;
  }

  /** Sequences of one step at most, over all copies. */
  public int mostSequences() {
    return sizing.sequences(settings, concurrency) * settings.parallel().data();
  }

  /** Tokens of one step at most. */
  public int stepTokens() {
    return sizing.tokens(settings, length, concurrency);
  }

  /** One request of the usual size. */
  public Tokens usual() {
    return Tokens.usual(length);
  }

  /** Sequences at a time that are of the usual size, and halfway through on average. */
  public int typicalConcurrency() {
    int mean = usual().promptTokens() + usual().outputTokens() / 2;
    return (int) Math.max(0, Math.min(mostSequences(), sequencesOf(mean)));
  }

  /** As the log says it. */
  public VllmMemory memory() {
    boolean lastStage = sizing.lastStageDecides(settings, length, concurrency);
    CacheBlocks layout = sizing.blocks();
    long cache = sizing.cache(settings, length, concurrency);
    long blocks = layout.blocksIn(cache) * settings.parallel().data();
    long needed = layout.blocksOf(length, sizing.ahead(settings, length, concurrency));
    double times = needed == 0 ? 0 : (double) blocks / needed;
    boolean starts = sizing.starts(settings, length, concurrency);
    long graphs = sizing.graphs(settings, concurrency);
    return new VllmMemory(
        workload.runtime(),
        choice().stated(settings),
        card.cudaBytes(),
        sizing.budget(settings),
        sizing.weights(lastStage),
        sizing.peak(settings, length, concurrency, lastStage),
        sizing.nonTorch(),
        graphs,
        cache,
        layout.bytesPerToken(),
        blocks,
        tokens(layout, blocks, times),
        times,
        typicalConcurrency(),
        longestThatStarts(mostTokens()),
        driverShows(),
        starts,
        starts ? List.of() : new VllmRemedies(this, estimate).all());
  }

  /** What nvidia-smi shows of one GPU under load: the share, the context, and graphs beside it. */
  public long driverShows() {
    boolean outside = !sizing.profile().graphs().inBudget();
    long shown =
        sizing.budget(settings)
            + sizing.contextBytes()
            + (outside ? sizing.graphs(settings, concurrency) : 0);
    return Math.min(card.reportedBytes(), shown);
  }

  /** The share that it counts with. */
  public double share() {
    return settings.gpuMemoryUtilization().orElse(workload.runtime().usableFraction());
  }

  /** Whether that is more than the default, because the default would not do. */
  public boolean isShareRaised() {
    return choice().isFree() && settings.gpuMemoryUtilization().isPresent();
  }

  /** Two are the same where everything that is worked out from is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof VllmFitting fitting
        && workload.equals(fitting.workload)
        && format.equals(fitting.format)
        && card.equals(fitting.card)
        && settings.equals(fitting.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  /** Later releases print what full-length sequences have together; earlier ones whole blocks. */
  private long tokens(CacheBlocks layout, long blocks, double times) {
    if (layout.groups().isEmpty()) {
      return 0;
    }
    if (sizing.profile().cache().printsCapacity()) {
      return (long) (times * length);
    }
    int groups = layout.groups().stream().mapToInt(CacheBlocks.Group::times).sum();
    return blocks / groups * layout.tokensPerBlock();
  }

  /** 0 where it does not come up at all. Its steps take as many sequences as now. */
  int longestThatStarts(int most) {
    RuntimeSettings now = settings.withSequences(sizing.sequences(settings, concurrency));
    if (!sizing.hasBlocksForAll(now, length, concurrency)
        || !sizing.takesItems(now, length, concurrency)
        || !sizing.warmsUp(now, length, 1)) {
      return 0;
    }
    return sizing.longest(sizing.budget(now), most, tokens -> sizing.required(now, tokens, 1));
  }

  private int mostTokens() {
    return Math.min(workload.model().maxContext(), Tokens.MAX_CONTEXT);
  }

  private VllmSettings choice() {
    return new VllmSettings(workload, sizing, length, concurrency);
  }
}
