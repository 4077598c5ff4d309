package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Verdict;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An 8B in 16 bit, 1,024 tokens in and 256 out, 60 ms a token and 0.5 s to the first. */
class LoadCasesTest {

  private static final Map<String, String> WITHIN =
      Map.of("max_seconds_per_token", "60ms", "max_first_token_seconds", "0.5", "max_load", "1");

  private static Recommendation recommend(String rate, String providers) {
    Map<String, String> then = new HashMap<>(WITHIN);
    then.put("requests_per_second", rate);
    then.put("provider", providers);
    return Loads.recommend(Loads.llama(), then);
  }

  /** What measured sweeps say of these cards, within a worker. */
  @ParameterizedTest
  @CsvSource({
    "runpod-pods, pod-a100-80gb-secure, 2, 2",
    "runpod-pods, pod-h100-sxm-secure, 1, 1",
    "aws, g6e.xlarge, 2, 3",
    "aws, g5.xlarge, 9, 11"
  })
  void eightRequestsPerSecondTakeAsManyWorkersAsMeasured(
      String provider, String offer, int least, int most) {
    Plan plan = Loads.plan(recommend("8", provider), offer);
    assertTrue(plan.replicas() >= least && plan.replicas() <= most, plan.toString());
    BigDecimal hours = BigDecimal.valueOf(730L * plan.replicas());
    assertEquals(0, hours.multiply(plan.price().perHour()).compareTo(plan.bill().usdPerMonth()));
  }

  @Test
  void aCardThatMissesTheTargetAloneIsRefusedForIt() {
    Assessment assessment = Loads.of(recommend("8", "aws"), "g6.xlarge").orElseThrow();
    assertEquals(Verdict.TOO_SLOW, assessment.verdict());
    assertEquals("verdict.misses_per_token", assessment.reason().key());
    assertTrue(assessment.plan().isEmpty());
  }

  @Test
  void aThirdOfARequestPerSecondTakesOneSmallWorker() {
    Recommendation recommendation = recommend("0.3", "aws");
    Assessment pick = recommendation.picks().recommended().orElseThrow().assessment();
    assertEquals("g5.xlarge", pick.offer().id());
    assertEquals(1, pick.plan().orElseThrow().replicas());
  }

  @Test
  void whatNobodyHasSoMuchOfIsNotAdvised() {
    Recommendation recommendation =
        Loads.recommend(
            Map.of("model", "llama-3.1-8b", "requests_per_second", "100000"),
            Map.of("seconds_per_request", "86400", "provider", "aws"));
    assertTrue(recommendation.picks().recommended().isEmpty());
    Assessment assessment = Loads.of(recommendation, "g5.xlarge").orElseThrow();
    assertEquals("verdict.too_many_for_load", assessment.reason().key());
  }
}
