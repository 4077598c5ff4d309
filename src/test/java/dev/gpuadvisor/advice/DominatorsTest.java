package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The offer that beats another is the one that looking at all of them finds. */
class DominatorsTest {

  private static final int QUESTIONS = 100;

  /** Verdicts that are only given where nothing beats the offer. */
  private static final Set<Verdict> UNBEATEN =
      Set.of(
          Verdict.LESS_MEMORY_DEARER,
          Verdict.SAME_MEMORY_DEARER,
          Verdict.ACCEPTABLE,
          Verdict.OVERSIZED,
          Verdict.OVERSIZED_AND_DEAR);

  @ParameterizedTest
  @ValueSource(longs = {24, 25})
  void isTheCheapestThatHasMoreForLess(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    int beaten = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      Recommendation answer = Advisor.recommend(question, LocalDate.of(2026, 11, 24));
      if (question.constraints().rankBy() == RankBy.PRICE) {
        for (Assessment assessment : answer.assessments()) {
          List<Assessment> rivals = answer.assessments(assessment.quantization());
          Optional<Assessment> expected = cheapestThatBeats(assessment, rivals);
          if (assessment.verdict() == Verdict.DOMINATED) {
            beaten++;
            assertTrue(expected.isPresent());
            assertEquals(
                0,
                expected.get().bill().compareTo(bill(assessment.dominator().get(), rivals)),
                () -> assessment + " by " + expected);
          } else if (UNBEATEN.contains(assessment.verdict())) {
            assertEquals(Optional.empty(), expected, assessment::toString);
          }
        }
      }
    }
    assertTrue(beaten > QUESTIONS);
  }

  private static Bill bill(Offer offer, List<Assessment> rivals) {
    return rivals.stream()
        .filter(rival -> rival.offer().equals(offer))
        .findFirst()
        .orElseThrow()
        .bill();
  }

  private static Optional<Assessment> cheapestThatBeats(
      Assessment assessment, List<Assessment> rivals) {
    return rivals.stream()
        .filter(Assessment::isEligible)
        .filter(rival -> rival.bill().compareTo(assessment.bill()) < 0)
        .filter(rival -> rival.worker().nominalGb() > assessment.worker().nominalGb())
        .filter(rival -> rival.offer().supply().isNoWorseThan(assessment.offer().supply()))
        .min(Comparator.comparing(Assessment::bill));
  }
}
