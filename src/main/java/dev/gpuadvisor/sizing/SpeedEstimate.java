package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.DoubleSummaryStatistics;

/**
 * How fast tokens are generated, as a range over the cards that may turn up. Always an estimate.
 *
 * <p>Decoding is bound by memory bandwidth: {@code seconds = bytes read / (bandwidth * efficiency)
 * + layers * overhead}, both constants from the runtime profile. GPUs that split a model by layers
 * work one after another, so that more of them are no faster.
 *
 * @param lowPerSecond tokens per second of one sequence on the slowest card
 * @param highPerSecond the same on the fastest card
 * @param concurrency sequences that are generated at the same time
 */
public record SpeedEstimate(double lowPerSecond, double highPerSecond, int concurrency) {

  private static final double GB = 1e9;

  public static SpeedEstimate of(Workload workload, Quantization format, Hardware hardware) {
    long bytes = bytesRead(workload, format);
    DoubleSummaryStatistics speeds =
        hardware.cards().stream()
            .mapToDouble(card -> 1 / secondsPerStep(workload, bytes, card))
            .summaryStatistics();
    return new SpeedEstimate(speeds.getMin(), speeds.getMax(), workload.tokens().concurrency());
  }

  /** Read for one step of all sequences: the active weights once, each cache half generated. */
  private static long bytesRead(Workload workload, Quantization format) {
    Tokens tokens = workload.tokens();
    int onAverage = tokens.promptTokens() + tokens.outputTokens() / 2;
    long cache = KvCache.bytesOfSequence(workload.model(), workload.kvCache(), onAverage);
    return WeightMemory.read(workload.model(), format).total() + cache * tokens.concurrency();
  }

  private static double secondsPerStep(Workload workload, long bytes, Card card) {
    RuntimeProfile runtime = workload.runtime();
    double reading = bytes / (card.bandwidthGbPerSecond() * GB * runtime.bandwidthEfficiency());
    return reading + workload.model().layers() * runtime.layerOverheadMs() / 1000;
  }
}
