package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Vendor;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.KvCache;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;
import java.util.function.ToDoubleFunction;

/**
 * How fast tokens are generated, as a range over the cards that may turn up. Always an estimate;
 * {@link StepTime} has the rule, the runtime profile its constants.
 *
 * @param perSecond tokens per second of one sequence, halfway through its output
 * @param firstTokenSeconds until the first token, where nothing else runs
 * @param concurrency sequences that are generated at the same time
 */
public record SpeedEstimate(Range perSecond, Range firstTokenSeconds, int concurrency) {

  /**
   * No run on a card of AMD was measured: its kernels may make less of the bandwidth than those
   * that the constants come from, or a little more.
   */
  private static final double UNTRIED_SLOWER = 2;

  private static final double UNTRIED_FASTER = 1.25;

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

  public static SpeedEstimate of(Workload workload, Quantization format, Hardware hardware) {
    int sequences = workload.tokens().concurrency();
    int prompt = Math.max(1, workload.tokens().promptTokens());
    long weights = WeightMemory.read(workload.model(), format, sequences).total();
    long weightsOfPrompt = WeightMemory.read(workload.model(), format, prompt).total();
    long cache = cacheRead(workload);
    return new SpeedEstimate(
        over(hardware, workload, format, step -> step.generating(weights, cache)).inverse(),
        over(hardware, workload, format, step -> step.readingPrompt(weightsOfPrompt)),
        sequences);
  }

  /** Tokens per second of all sequences together. */
  public Range totalPerSecond() {
    return perSecond.times(concurrency);
  }

  private static Range over(
      Hardware hardware,
      Workload workload,
      Quantization format,
      ToDoubleFunction<StepTime> measure) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (var card : hardware.cards()) {
      double value = measure.applyAsDouble(StepTime.on(card, hardware.gpus(), workload, format));
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
