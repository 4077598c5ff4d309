package dev.gpuadvisor.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic scale: prices and memories of cards lie far apart, and their ratios are what is
 * compared.
 *
 * @param low value at {@code from}, above 0
 * @param high value at {@code to}
 */
record Scale(double low, double high, double from, double to) {

  /** What is less apart would look further apart than it is. */
  private static final double LEAST_RATIO = 4;

  private static final double MARGIN = 1.2;

  /** Around some values, with a margin. */
  static Scale around(List<Double> values, double from, double to) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow() / MARGIN;
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow() * MARGIN;
    double missing = Math.sqrt(Math.max(1, LEAST_RATIO * least / most));
    return new Scale(least / missing, most * missing, from, to);
  }

  double at(double value) {
    return from + (to - from) * Math.log(value / low) / Math.log(high / low);
  }

  /**
   * Round values along the scale: multiples of powers of a base.
   *
   * @param apart the least distance that leaves labels readable; without room for all multiples
   *     there are powers only
   */
  List<Double> ticks(double base, List<Double> multiples, double apart) {
    List<Double> ticks = multiples(base, multiples);
    boolean crowded = Math.abs(to - from) < apart * ticks.size();
    return crowded ? multiples(base, List.of(1.0)) : ticks;
  }

  private List<Double> multiples(double base, List<Double> multiples) {
    List<Double> found = new ArrayList<>();
    double power = Math.pow(base, Math.floor(Math.log(low) / Math.log(base)));
    for (; power <= high; power *= base) {
      for (double multiple : multiples) {
        double value = power * multiple;
        if (value >= low && value <= high) {
          found.add(value);
        }
      }
    }
    return found;
  }

  /** A coordinate to a tenth. */
  static String text(double coordinate) {
    double rounded = Math.round(coordinate * 10) / 10.0;
    return new BigDecimal(Double.toString(rounded)).stripTrailingZeros().toPlainString();
  }
}
