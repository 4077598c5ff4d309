package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which load on something holds, and how long a start takes. */
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

  /** Means of the measured sizes; half as much again as the largest is still about its size. */
  @ParameterizedTest
  @CsvSource({
    "10000000, 91, 58, false",
    "135000000, 91, 58, false",
    "250000000, 91, 58, false",
    "270000000, 82, 63, false",
    "494000000, 82, 63, false",
    "2610000000, 129, 76, false",
    "8030000000, 194, 76, false",
    "12040000000, 194, 76, false",
  })
  void aStartOfAboutThisSize(long parameters, double first, double repeat, boolean further) {
    MeasuredStart start = MeasuredStart.of(parameters);

    assertEquals(first, start.first().mean());
    assertEquals(repeat, start.repeat().mean());
    assertEquals(further, start.isExtrapolated());
  }

  /**
   * From 0.494 to 8.03 billion a start grows from 82 to 194 seconds, and from 63 to 76 without the
   * download: as much for each further billion.
   */
  @Test
  void aLargerModelTakesLonger() {
    MeasuredStart start = MeasuredStart.of(70_550_000_000L);
    double billions = (70.55 - 8.03) / (8.03 - 0.494);

    assertEquals(194 + billions * 112, start.first().mean(), 1e-9);
    assertEquals(76 + billions * 13, start.repeat().mean(), 1e-9);
    assertEquals(58 + billions * 112, start.first().least(), 1e-9);
    assertEquals(106 + billions * 13, start.repeat().most(), 1e-9);
    assertEquals(true, start.isExtrapolated());
    assertEquals(70.55, start.billions());
  }
}
