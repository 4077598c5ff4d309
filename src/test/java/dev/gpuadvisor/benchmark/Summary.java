package dev.gpuadvisor.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** Medians over the runs of one subject; for warm invocations, over all of them. */
final class Summary {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double KIB_PER_MIB = 1024;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private Summary() {}

  /** By figure, units in their names; the order is that of the table. */
  static Map<String, Double> of(Subject subject, List<Run> cached, List<Run> dropped) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("init_ms", median(cached, Run::initNanos) / NANOS_PER_MILLI);
    figures.put("cold_ms", median(cached, Run::coldNanos) / NANOS_PER_MILLI);
    figures.put("first_invoke_ms", median(cached, Run::firstNanos) / NANOS_PER_MILLI);
    if (!dropped.isEmpty()) {
      figures.put("dropped_cold_ms", median(dropped, Run::coldNanos) / NANOS_PER_MILLI);
      figures.put("dropped_major_faults", median(dropped, Run::majorFaults));
    }
    long[] warm = cached.stream().flatMapToLong(run -> LongStream.of(run.warmNanos())).toArray();
    figures.put("warm_p50_ms", percentile(warm, 0.5) / NANOS_PER_MILLI);
    figures.put("warm_p99_ms", percentile(warm, 0.99) / NANOS_PER_MILLI);
    figures.put("peak_rss_mib", median(cached, Run::peakKib) / KIB_PER_MIB);
    figures.put("page_faults", median(cached, run -> run.minorFaults() + run.majorFaults()));
    figures.put("threads", median(cached, Run::threads));
    figures.put("binary_mb", subject.binaryBytes() / BYTES_PER_MEGABYTE);
    figures.put("zip_mb", subject.zipBytes() / BYTES_PER_MEGABYTE);
    return figures;
  }

  private static double median(List<Run> runs, ToLongFunction<Run> figure) {
    return percentile(runs.stream().mapToLong(figure).toArray(), 0.5);
  }

  /** The value in the middle, or between the two in the middle; likewise for other shares. */
  static double percentile(long[] values, double share) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
