package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.catalog.Version;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.KvCache;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How fast tokens are generated, as a range over the cards that may turn up. Always an estimate;
 * {@link StepTime} has the rule, and {@link PagedBatch} that of runtimes whose servers were
 * measured; the runtime profile has the constants.
 *
 * @param perSecond tokens per second of one sequence, halfway through its output
 * @param totalPerSecond of all sequences together
 * @param firstTokenSeconds until the first token of a sequence, beside the others
 * @param allAtOnce seconds until half of them have their first token where all prompts come at the
 *     same moment to a server with nothing else to do; empty for one, and where no server was
 *     measured under load
 * @param concurrency sequences that are generated at the same time
 */
public record SpeedEstimate(
    Range perSecond,
    Range totalPerSecond,
    Range firstTokenSeconds,
    Optional<Range> allAtOnce,
    int concurrency) {

  /**
   * No run on a card of AMD was measured: its kernels may make less of the bandwidth than those
   * that the constants come from, or a little more.
   */
  private static final double UNTRIED_SLOWER = 2;

  private static final double UNTRIED_FASTER = 1.25;

  /** Tokens of a prompt that a step reads, where nobody says: a server's on large cards. */
  private static final int STEP_TOKENS = 8192;

  /** From the slowest card's value to the fastest's, lower number first. */
  public record Range(double low, double high) {
    /** From seconds of a token to tokens of a second. */
    Range inverse() {
      return new Range(1 / high, 1 / low);
    }

    Range times(double factor) {
      return new Range(low * factor, high * factor);
    }
  }

  /** Where all sequences are generated and none is read. */
  public SpeedEstimate(Range perSecond, Range firstTokenSeconds, int concurrency) {
    this(perSecond, perSecond.times(concurrency), firstTokenSeconds, Optional.empty(), concurrency);
  }

  public static SpeedEstimate of(Workload workload, Quantization format, Hardware hardware) {
    int sequences = workload.tokens().concurrency();
    Optional<ServingProfile> serving = workload.runtime().speed().serving();
    if (serving.isPresent()) {
      return served(workload, format, hardware, serving.get());
    }
    int prompt = Math.max(1, workload.tokens().promptTokens());
    long weights = WeightMemory.read(workload.model(), format, sequences).total();
    long weightsOfPrompt = WeightMemory.read(workload.model(), format, prompt).total();
    long cache = cacheRead(workload);
    Function<Card, StepTime> on = card -> StepTime.on(card, hardware.gpus(), workload, format);
    return new SpeedEstimate(
        over(hardware, card -> on.apply(card).generating(weights, cache)).inverse(),
        over(hardware, card -> on.apply(card).readingPrompt(weightsOfPrompt)),
        sequences);
  }

  /** Milliseconds that no step of a server of vLLM without graphs is shorter than. */
  public static double eagerStepMillis(Model model) {
    int experts = model.experts().map(MixtureOfExperts::layers).orElse(0);
    return Launches.uncompiled(model.layers(), experts);
  }

  /**
   * A server that many share: each sequence is followed by the next one, whose prompt is read
   * between the steps of the others. Of one sequence alone it is the steps.
   */
  private static SpeedEstimate served(
      Workload workload, Quantization format, Hardware hardware, ServingProfile serving) {
    Tokens tokens = workload.tokens();
    Requests requests =
        Requests.of(Math.max(1, tokens.promptTokens()), Math.max(1, tokens.outputTokens()));
    int stepTokens = workload.settings().maxNumBatchedTokens().orElse(STEP_TOKENS);
    BatchWork work = BatchWork.of(workload, format, hardware.gpus(), stepTokens, requests);
    Version release = workload.runtime().from();
    Function<Card, Batch> on = card -> new PagedBatch(work, release, card, serving);
    if (tokens.concurrency() == 1) {
      Range step = over(hardware, card -> on.apply(card).step(1));
      Range first = over(hardware, card -> on.apply(card).alone());
      return new SpeedEstimate(step.inverse(), first, 1);
    }
    double copies = Math.max(1, work.parallel().data());
    double stages = Math.max(1, work.parallel().pipeline());
    double users = Math.max(1, tokens.concurrency() / copies);
    Map<Card, Load> full = new IdentityHashMap<>();
    for (Card card : hardware.cards()) {
      full.put(card, Load.closed(on.apply(card), requests, stages, users, users));
    }
    Range each = over(hardware, card -> 1 / (copies * full.get(card).rate()));
    return new SpeedEstimate(
        over(hardware, card -> full.get(card).perToken()).inverse(),
        each.inverse().times(requests.generatedTokens()),
        over(hardware, card -> full.get(card).firstToken()),
        Optional.of(over(hardware, card -> ofMiddle(on.apply(card), users, stages))),
        tokens.concurrency());
  }

  /** First token of the one in the middle: prompts are read one after another, beside the first. */
  private static double ofMiddle(Batch batch, double users, double stages) {
    double before = (users - 1) / 2;
    return batch.alone() + before / stages * batch.place(1 + before / 2);
  }

  private static Range over(Hardware hardware, ToDoubleFunction<Card> measure) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Card card : hardware.cards()) {
      double value = measure.applyAsDouble(card);
      boolean untried = card.vendor() == Vendor.AMD;
      low = Math.min(low, untried ? value / UNTRIED_FASTER : value);
      high = Math.max(high, untried ? value * UNTRIED_SLOWER : value);
    }
    return new Range(low, high);
  }

  /** The cache of all sequences, each with half of its output. */
  private static long cacheRead(Workload workload) {
    Tokens tokens = workload.tokens();
    int onAverage = tokens.promptTokens() + tokens.outputTokens() / 2;
    return KvCache.ofSequence(workload, onAverage).total() * tokens.concurrency();
  }
}
