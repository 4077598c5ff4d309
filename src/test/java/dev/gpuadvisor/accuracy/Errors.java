package dev.gpuadvisor.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Errors of several rows, in percent.
 *
 * @param signed lowest first: below 0 where an estimate is too low
 */
record Errors(double[] signed) {

  static Errors of(Stream<? extends Row> rows) {
    return new Errors(rows.mapToDouble(Row::errorPercent).sorted().toArray());
  }

  static Errors of(RuleOfThumb rule, List<MemoryRow> rows) {
    return new Errors(rows.stream().mapToDouble(rule::errorPercent).sorted().toArray());
  }

  static Errors of(List<? extends Row> rows) {
    return of(rows.stream());
  }

  int rows() {
    return signed.length;
  }

  double mean() {
    return Arrays.stream(absolute()).average().orElseThrow();
  }

  double median() {
    double[] sorted = absolute();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double worst() {
    double[] sorted = absolute();
    return sorted[sorted.length - 1];
  }

  double lowest() {
    return signed[0];
  }

  /** Share of the rows whose error is at most so many percent. */
  double within(double percent) {
    return (double) Arrays.stream(absolute()).filter(error -> error <= percent).count() / rows();
  }

  private double[] absolute() {
    return Arrays.stream(signed).map(Math::abs).sorted().toArray();
  }
}
