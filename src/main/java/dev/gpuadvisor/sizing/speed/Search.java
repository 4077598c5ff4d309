package dev.gpuadvisor.sizing.speed;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Where a figure of a load has a certain value. */
final class Search {

  private static final double EXACT = 1e-10;
  private static final int HALVINGS = 30;

  private Search() {}

  /**
   * Where a figure that grows from 0 is as given, or the highest place. By false position, halving
   * the end that stays (the Illinois method), since it nearly is a straight line.
   */
  static double equal(DoubleUnaryOperator figure, double value, double highest) {
    double low = 0;
    double lowOff = -value;
    double high = highest;
    double highOff = figure.applyAsDouble(high) - value;
    if (highOff <= 0) {
      return highest;
    }
    double middle = high;
    double before = 0;
    for (int i = 0; i < HALVINGS; i++) {
      middle = (low * highOff - high * lowOff) / (highOff - lowOff);
      double off = figure.applyAsDouble(middle) - value;
      if (Math.abs(off) <= EXACT * value) {
        return middle;
      }
      boolean again = off * before > 0;
      if (off < 0) {
        low = middle;
        lowOff = off;
        highOff = again ? highOff / 2 : highOff;
      } else {
        high = middle;
        highOff = off;
        lowOff = again ? lowOff / 2 : lowOff;
      }
      before = off;
    }
    return middle;
  }

  /** The highest place that satisfies what lower ones satisfy too; 0 where none does. */
  static double highest(DoublePredicate within, double highest) {
    if (within.test(highest)) {
      return highest;
    }
    double low = 0;
    double high = highest;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (within.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
