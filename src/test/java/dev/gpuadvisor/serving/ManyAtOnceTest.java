package dev.gpuadvisor.serving;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The speed of so many at once, as an estimate without a rate has it, against measured servers. */
class ManyAtOnceTest {

  private static SpeedEstimate speed(ServingRow row) {
    Tokens tokens = row.workload().tokens().withConcurrency((int) Math.round(row.users()));
    Workload all = row.workload().with(tokens);
    return SpeedEstimate.of(all, row.format(), row.hardware());
  }

  private static double median(List<Double> errors) {
    return errors.stream().sorted().skip(errors.size() / 2).findFirst().orElseThrow();
  }

  @Test
  void isWhatClosedLoopsMeasured() {
    List<Double> tokens = new ArrayList<>();
    List<Double> totals = new ArrayList<>();
    for (ServingRow row : ServingRows.ALL) {
      if (row.users() >= 2 && row.requests().acceptedTokensPerStep() == 1) {
        SpeedEstimate speed = speed(row);
        tokens.add(1000 / speed.perSecond().low() / row.tokenMs() - 1);
        row.tokensPerSecond()
            .ifPresent(total -> totals.add(speed.totalPerSecond().low() / total - 1));
      }
    }
    assertTrue(tokens.size() > 1000 && totals.size() > 350, tokens.size() + " " + totals.size());
    for (List<Double> errors : List.of(tokens, totals)) {
      double off = median(errors.stream().map(Math::abs).toList());
      assertTrue(off <= 0.12, () -> "median error " + off);
      assertTrue(Math.abs(median(errors)) <= 0.06, () -> "leans by " + median(errors));
    }
  }

  /** Of the rows whose requests come evenly, so that nobody waits for a crowd. */
  @Test
  void theFirstTokenComesBesideTheOthers() {
    List<Double> errors =
        ServingRows.ALL.stream()
            .filter(row -> row.kind().equals("steady") && row.users() >= 2)
            .map(row -> 1000 * speed(row).firstTokenSeconds().low() / firstTokenMs(row) - 1)
            .toList();
    assertTrue(errors.size() > 240, () -> "rows " + errors.size());
    double off = median(errors.stream().map(Math::abs).toList());
    assertTrue(off <= 0.2, () -> "median error " + off);
    assertTrue(Math.abs(median(errors)) <= 0.15, () -> "leans by " + median(errors));
  }

  /** Never sooner than one alone, later the more they are, and all read before half have waited. */
  @Test
  void aCrowdWaitsForTheHalfBeforeIt() {
    for (ServingRow row : ServingRows.ALL) {
      double before = 0;
      for (int users : new int[] {2, 8, 64}) {
        Tokens tokens = row.workload().tokens().withConcurrency(users);
        SpeedEstimate speed =
            SpeedEstimate.of(row.workload().with(tokens), row.format(), row.hardware());
        double first = speed.allAtOnce().orElseThrow().low();
        assertTrue(first > before, () -> row + ": " + first);
        before = first;
      }
      Tokens one = row.workload().tokens().withConcurrency(1);
      SpeedEstimate alone =
          SpeedEstimate.of(row.workload().with(one), row.format(), row.hardware());
      assertTrue(alone.allAtOnce().isEmpty());
    }
  }

  private static double firstTokenMs(ServingRow row) {
    return row.firstTokenMs().orElseThrow();
  }

  /** A gap between what all get and what each gets is the wait for the first token. */
  @Test
  void allGetNoMoreThanEachGets() {
    ServingRows.ALL.stream()
        .filter(row -> row.users() >= 2)
        .map(ManyAtOnceTest::speed)
        .forEach(
            speed -> {
              double most = speed.perSecond().low() * speed.concurrency();
              double total = speed.totalPerSecond().low();
              assertTrue(total <= most * 1.001 && total > most / 20, total + " of " + most);
              assertTrue(DoubleStream.of(total, most).allMatch(Double::isFinite));
            });
  }
}
