package dev.gpuadvisor.sizing.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting for a place, held against Erlang's formula, which is exact for so many servers. */
class ChanceTest {

  /** The probability that all places are taken, by Erlang's recursion. */
  private static double allTaken(int places, double taken) {
    double blocked = 1;
    for (int i = 1; i <= places; i++) {
      blocked = taken * blocked / (i + taken * blocked);
    }
    return blocked / (1 - taken / places * (1 - blocked));
  }

  @ParameterizedTest
  @CsvSource({
    "64, 50",
    "64, 58",
    "64, 62",
    "64, 63.5",
    "256, 230",
    "256, 245",
    "256, 254",
    "1000, 980",
  })
  void waitsAreThoseOfErlang(int places, double taken) {
    double all = allTaken(places, taken);
    double mean = 20 / (places - taken);
    Percentiles wait = Chance.wait(places, taken, 20);

    assertEquals(mean * Math.max(0, Math.log(all / 0.5)), wait.p50(), 0.1 * mean);
    assertEquals(mean * Math.max(0, Math.log(all / 0.05)), wait.p95(), 0.1 * mean);
  }

  @Test
  void withPlacesLeftNobodyWaitsAndWithoutForLong() {
    assertEquals(new Percentiles(0, 0), Chance.wait(100, 10, 20));
    assertTrue(Chance.wait(100, 100, 20).p50() > 20 * 1e5);
  }
}
