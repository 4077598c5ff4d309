package dev.gpuadvisor.advice.load;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** From which load on something holds. */
final class Crossing {

  private static final int STEPS = 48;
  private static final int HALVINGS = 50;
  private static final double LEAST = 1e-5;

  private Crossing() {}

  /**
   * The least rate at which it holds.
   *
   * @param most the highest rate that is looked at
   * @return 0 where it holds from next to nothing on; empty where it never does
   */
  static OptionalDouble from(double most, DoublePredicate holds) {
    double low = most * LEAST;
    if (holds.test(low)) {
      return OptionalDouble.of(0);
    }
    double factor = Math.pow(1 / LEAST, 1.0 / STEPS);
    for (int step = 1; step <= STEPS; step++) {
      double high = step == STEPS ? most : low * factor;
      if (holds.test(high)) {
        return OptionalDouble.of(between(low, high, holds));
      }
      low = high;
    }
    return OptionalDouble.empty();
  }

  private static double between(double fails, double holding, DoublePredicate holds) {
    double low = fails;
    double high = holding;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
