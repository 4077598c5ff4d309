package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {

  private static Question question(String model, Constraints constraints) {
    Workload workload = Workloads.on("vllm", model, new Tokens(8192, 2048, 1));
    QuantizationChoice choice =
        QuantizationChoice.ofFamily("8bit", workload.model(), workload.runtime()).orElseThrow();
    return new Question(
        workload,
        List.of(choice),
        List.of(Workloads.CATALOG.defaultPriceList()),
        constraints,
        Optional.empty());
  }

  private static Constraints fast(String tokensPerSecond, int maxGpus) {
    return new Constraints(
        Constraints.Budget.none(),
        Supply.LOW,
        maxGpus,
        Optional.of(new BigDecimal(tokensPerSecond)),
        RankBy.PRICE);
  }

  @ParameterizedTest
  @EnumSource(RankBy.class)
  void assessmentsAreInTheOrderAskedFor(RankBy rankBy) {
    Recommendation answer = answer(question("qwen2.5-14b", Questions.rankedBy(rankBy)));
    List<Assessment> eligible =
        answer.assessments().stream().filter(Assessment::isEligible).toList();
    assertEquals(Verdict.BEST_CHOICE, eligible.get(0).verdict());
    for (int i = 1; i < eligible.size(); i++) {
      assertTrue(rankBy.order().compare(eligible.get(i - 1), eligible.get(i)) <= 0);
      boolean lower = eligible.get(i).verdict() == Verdict.RANKED_LOWER;
      assertEquals(rankBy != RankBy.PRICE, lower);
    }
  }

  @Test
  void theRecommendedOneIsTheFastestOfThoseInSupply() {
    Recommendation answer = answer(question("qwen2.5-14b", Questions.rankedBy(RankBy.SPEED)));
    Picks.Pick pick = answer.picks().recommended().orElseThrow();
    assertEquals("HOPPER_141", pick.assessment().offer().id());
    assertTrue(
        Texts.in(Language.EN).write(pick.reason()).startsWith("The fastest offer with high"));
    assertTrue(Texts.in(Language.FR).write(pick.reason()).contains("la plus rapide"));
  }

  @Test
  void whatIsTooSlowIsNotPicked() {
    Recommendation answer = answer(question("qwen2.5-14b", fast("40", 1)));
    for (Assessment each : answer.assessments()) {
      boolean slow = each.speed().map(speed -> speed.perSecond().low() < 40).orElse(false);
      assertEquals(slow, each.verdict() == Verdict.TOO_SLOW, each.toString());
    }
    assertTrue(
        RankBy.tokensPerSecond(answer.picks().recommended().orElseThrow().assessment()) > 40);
  }

  @Test
  void aWorkerGrowsUntilItIsFastEnough() {
    int small = gpusOf("AMPERE_80", answer(question("qwen2.5-32b", fast("1", 4))));
    int large = gpusOf("AMPERE_80", answer(question("qwen2.5-32b", fast("60", 4))));
    assertEquals(1, small);
    assertTrue(large > small, large + " GPUs");
  }

  private static int gpusOf(String offer, Recommendation answer) {
    return Questions.assessment(answer, offer, "8bit").worker().gpus();
  }
}
