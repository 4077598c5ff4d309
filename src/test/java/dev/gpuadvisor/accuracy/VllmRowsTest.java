package dev.gpuadvisor.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.accuracy.VllmGates.Share;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How well vLLM's own log lines are foretold, where settings and checkpoint are stated. */
class VllmRowsTest {

  private static final VllmGates ALL = gates(row -> true);
  private static final VllmGates STATED = gates(VllmRow::isStated);

  private static VllmGates gates(Predicate<VllmRow> which) {
    return new VllmGates(VllmRule.ADVISOR, VllmRows.ALL.stream().filter(which).toList());
  }

  @Test
  void thereAreRows() {
    assertTrue(ALL.rows().size() >= 80, ALL.rows().size() + " rows");
    assertTrue(STATED.rows().size() >= 35, STATED.rows().size() + " with settings");
  }

  @Test
  void weightsAreWithinOnePercentInTheMedianAndFiveAtWorst() {
    List<Double> errors = STATED.weights();
    assertTrue(errors.get(errors.size() / 2) <= 0.01, errors.toString());
    assertTrue(errors.get(errors.size() - 1) <= 0.05, errors.toString());
  }

  @Test
  void theCacheIsWithinHalfAGibOrThreePercentInNineOfTen() {
    Share near = gates(row -> row.isStated() && row.started()).cache();
    assertTrue(near.isAtLeast(90), near.toString());
  }

  @Test
  void concurrencyIsWithinThreePercentInNineOfTen() {
    Share near = STATED.layout();
    assertTrue(near.isAtLeast(90), near.toString());
  }

  @Test
  void noStartThatFailedIsAFit() {
    assertEquals(0, STATED.failedCalledFits().met(), STATED.failedCalledFits().toString());
  }

  @Test
  void atMostOneInTwentyThatStartedIsRefused() {
    Share refused = STATED.startedRefused();
    assertTrue(refused.isAtMost(5), refused.toString());
  }

  /** Whoever does not say everything is served too, if not as well. */
  @Test
  void nothingGetsWorseWhereSettingsAreNotStated() {
    assertTrue(ALL.startedRefused().isAtMost(5), ALL.startedRefused().toString());
    assertTrue(ALL.failedCalledFits().met() <= 4, ALL.failedCalledFits().toString());
    assertTrue(ALL.cache().met() >= 38, ALL.cache().toString());
    assertTrue(ALL.layout().met() >= 21, ALL.layout().toString());
  }

  /** Otherwise nobody would need this program. */
  @Test
  void rulesOfThumbDoWorse() {
    for (VllmRule rule : VllmRule.values()) {
      if (rule != VllmRule.ADVISOR) {
        VllmGates other = new VllmGates(rule, ALL.rows());
        assertTrue(other.failedCalledFits().met() > ALL.failedCalledFits().met(), rule.text());
        assertTrue(other.cache().met() < ALL.cache().met(), rule.text());
      }
    }
  }
}
