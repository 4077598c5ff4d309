package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** How many of some starts a rule gets right. */
record VllmGates(VllmRule rule, List<VllmRow> rows) {

  private static final double MOST_OFF_GIB = 0.5;
  private static final double MOST_OFF_SHARE = 0.03;

  /** So many of so many. */
  record Share(long met, long of) {
    boolean isAtLeast(int percent) {
      return met * 100 >= of * (long) percent;
    }

    boolean isAtMost(int percent) {
      return met * 100 <= of * (long) percent;
    }

    @Override
    public String toString() {
      return of == 0 ? "-" : met + " of " + of;
    }
  }

  /** Within half a GiB or 3 %. */
  Share cache() {
    return share(
        row -> row.measured("cache_gib").isPresent() && rule.cacheGib(row).isPresent(),
        this::cacheIsNear);
  }

  /** Full-length ones, within 3 %: with the cache that the rule itself expects. */
  Share sequences() {
    return share(
        row -> row.measured("concurrency").isPresent() && rule.sequences(row).isPresent(),
        row -> isNear(rule.sequences(row), row.measured("concurrency").orElseThrow()));
  }

  /** The same in a cache of the size that the log prints: how it is laid out. */
  Share layout() {
    return share(
        row -> row.measured("concurrency").isPresent() && row.measured("cache_gib").isPresent(),
        row ->
            row.memory().isPresent()
                && isNear(
                    OptionalDouble.of(VllmPage.concurrency(row)),
                    row.measured("concurrency").orElseThrow()));
  }

  Share failedCalledFits() {
    return share(VllmRow::failed, rule::isFit);
  }

  Share startedRefused() {
    return share(VllmRow::started, row -> !rule.isFit(row));
  }

  /** Errors of the weights, from the smallest to the largest. */
  List<Double> weights() {
    return rows.stream()
        .filter(row -> row.measured("weights_gib").isPresent() && row.memory().isPresent())
        .map(VllmGates::weightsError)
        .sorted()
        .toList();
  }

  private Share share(Predicate<VllmRow> counts, Predicate<VllmRow> met) {
    List<VllmRow> counted = rows.stream().filter(counts).toList();
    return new Share(counted.stream().filter(met).count(), counted.size());
  }

  private boolean cacheIsNear(VllmRow row) {
    double measured = row.measured("cache_gib").orElseThrow();
    double off = Math.abs(rule.cacheGib(row).orElseThrow() - measured);
    return off <= Math.max(MOST_OFF_GIB, MOST_OFF_SHARE * measured);
  }

  private static boolean isNear(OptionalDouble is, double measured) {
    return Math.abs(is.orElseThrow() / measured - 1) <= MOST_OFF_SHARE;
  }

  private static double weightsError(VllmRow row) {
    VllmMemory memory = row.memory().orElseThrow();
    return Math.abs(VllmRow.gib(memory.weights()) / row.measured("weights_gib").orElseThrow() - 1);
  }
}
