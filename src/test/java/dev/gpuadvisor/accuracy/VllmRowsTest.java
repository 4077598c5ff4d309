package dev.gpuadvisor.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How well vLLM's own log lines are foretold. */
class VllmRowsTest {

  private static final double MOST_OFF_GIB = 0.5;
  private static final double MOST_OFF_SHARE = 0.03;

  private static List<VllmRow> rows(Predicate<VllmRow> which) {
    return VllmRows.ALL.stream().filter(which).toList();
  }

  private static VllmMemory memory(VllmRow row) {
    return row.memory().orElseThrow();
  }

  @Test
  void thereAreRows() {
    assertTrue(VllmRows.ALL.size() >= 40, VllmRows.ALL.size() + " rows");
  }

  @Test
  void weightsAreWithinOnePercentInTheMedianAndFiveAtWorst() {
    List<Double> errors =
        rows(row -> row.isPlain() && row.started() && row.measured("weights_gib").isPresent())
            .stream()
            .map(row -> Math.abs(weightsError(row)))
            .sorted()
            .toList();
    assertTrue(errors.get(errors.size() / 2) <= 0.01, errors.toString());
    assertTrue(errors.get(errors.size() - 1) <= 0.05, errors.toString());
  }

  @Test
  void theCacheIsWithinHalfAGibOrThreePercentInNineOfTen() {
    List<VllmRow> stated =
        rows(row -> row.isStated() && row.started() && row.measured("cache_gib").isPresent());
    long near = stated.stream().filter(VllmRowsTest::cacheIsNear).count();
    assertTrue(near * 10 >= stated.size() * 9L, near + " of " + stated.size());
  }

  @Test
  void concurrencyIsWithinThreePercentInNineOfTen() {
    List<VllmRow> known =
        rows(
            row ->
                row.isPlain()
                    && row.measured("concurrency").isPresent()
                    && row.measured("cache_gib").isPresent());
    long near = known.stream().filter(VllmRowsTest::concurrencyIsNear).count();
    assertTrue(near * 10 >= known.size() * 9L, near + " of " + known.size());
  }

  @Test
  void noStartThatFailedIsAFit() {
    List<String> wrong =
        rows(row -> row.isPlain() && row.failed() && row.isFit()).stream()
            .map(row -> row.cells().get("row") + " " + row.cells().get("model"))
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void atMostOneInTwentyThatStartedIsRefused() {
    List<VllmRow> started = rows(row -> row.isPlain() && row.started());
    List<String> refused =
        started.stream()
            .filter(row -> !row.isFit())
            .map(row -> row.cells().get("row") + " " + row.cells().get("model"))
            .toList();
    assertTrue(refused.size() * 20 <= started.size(), refused + " of " + started.size());
  }

  static double weightsError(VllmRow row) {
    return VllmRow.gib(memory(row).weights()) / row.measured("weights_gib").orElseThrow() - 1;
  }

  static boolean cacheIsNear(VllmRow row) {
    double measured = row.measured("cache_gib").orElseThrow();
    double off = Math.abs(VllmRow.gib(memory(row).cache()) - measured);
    return off <= Math.max(MOST_OFF_GIB, MOST_OFF_SHARE * measured);
  }

  /** Of the cache that the log prints, so that its size does not hide how it is laid out. */
  static boolean concurrencyIsNear(VllmRow row) {
    double measured = row.measured("concurrency").orElseThrow();
    return Math.abs(VllmPage.concurrency(row) / measured - 1) <= MOST_OFF_SHARE;
  }
}
