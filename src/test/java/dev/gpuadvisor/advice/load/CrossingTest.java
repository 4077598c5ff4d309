package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which load on something holds. */
class CrossingTest {

  /** Up to the highest rate that is looked at, down to a hundred-thousandth of it. */
  @ParameterizedTest
  @CsvSource({"100, 37", "100, 99.9", "100, 0.01", "8, 1.5", "0.5, 0.25", "100, 100"})
  void findsWhereItBegins(double most, double begins) {
    assertEquals(begins, Crossing.from(most, rate -> rate >= begins).orElse(-1), begins * 1e-9);
  }

  @Test
  void whatAlwaysHoldsBeginsAtNothing() {
    assertEquals(OptionalDouble.of(0), Crossing.from(100, rate -> true));
    assertEquals(OptionalDouble.of(0), Crossing.from(100, rate -> rate >= 1e-3));
    assertEquals(OptionalDouble.empty(), Crossing.from(100, rate -> false));
    assertEquals(OptionalDouble.empty(), Crossing.from(100, rate -> rate > 100));
  }

  /** Where it holds more than once, the first counts. */
  @Test
  void theLeastCounts() {
    assertEquals(
        10, Crossing.from(100, rate -> rate >= 10 && rate < 30 || rate > 80).orElse(-1), 1e-6);
  }
}
