package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Fitting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever is asked. */
class InvariantsTest {

  private static final int QUESTIONS = 300;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** Better quality first, then what is not known to be scarce, then the lower price. */
  private static final Comparator<Assessment> BETTER =
      Comparator.<Assessment>comparingInt(each -> -each.quantization().format().quality())
          .thenComparing(each -> each.offer().supply().isScarce())
          .thenComparing(Assessment::price);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRaisedBudgetNeverWorsensThePick(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      int cents = questions.below(2_000);
      Optional<Assessment> before = recommended(withBudget(question, cents));
      Optional<Assessment> after = recommended(withBudget(question, cents + questions.below(500)));

      assertNoWorse(before, after, question);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void withoutAnOfferTheOthersFitAsBefore(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      List<Offer> offers = question.priceLists().get(0).offers();
      Offer removed = offers.get(questions.below(offers.size()));
      Recommendation before = answer(question);
      Recommendation after = answer(question.of(List.of(questions.without(removed))));

      assertEquals(before.memory(), after.memory());
      Map<String, Fitting> expected = fittings(before);
      expected.keySet().removeIf(key -> key.startsWith(removed.id() + " "));
      assertEquals(expected, fittings(after));
      assertNoWorse(recommendedBut(removed, after), recommended(question), question);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void aLowerPriceNeverLosesThePick(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = questions.next();
      Optional<Assessment> before = recommended(question);
      if (before.isPresent()) {
        Offer picked = before.get().offer();
        BigDecimal lower = picked.usdPerHour().multiply(BigDecimal.valueOf(99, 2));
        PriceList cheaper = questions.with(picked, lower);
        Assessment after = recommended(question.of(List.of(cheaper))).orElseThrow();

        assertEquals(picked.id(), after.offer().id(), question::toString);
        assertEquals(before.get().quantization(), after.quantization());
        assertTrue(after.verdict().compareTo(Verdict.TIGHT) > 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void picksAreWhatTheySay(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Recommendation answer = answer(questions.next());
      Picks picks = answer.picks();
      List<Assessment> eligible =
          answer.assessments().stream().filter(Assessment::isEligible).toList();

      assertEquals(eligible.isEmpty(), picks.recommended().isEmpty());
      assertEquals(eligible.isEmpty(), picks.budget().isEmpty());
      picks.budget().ifPresent(pick -> assertTrue(isCheapest(pick.assessment(), eligible)));
      picks.recommended().ifPresent(pick -> assertNoneBetter(pick.assessment(), eligible));
      picks.headroom().ifPresent(pick -> assertTrue(halfIsFree(pick.assessment())));
      picks.fallbacks().forEach(fallback -> assertTrue(eligible.contains(fallback.assessment())));
    }
  }

  /** In each quantization one is best, or nothing can be picked; nothing that fits is cheaper. */
  @ParameterizedTest
  @ValueSource(longs = {13, 14, 15})
  void oneIsBest(long seed) {
    RandomQuestions questions = new RandomQuestions(seed);
    for (int i = 0; i < QUESTIONS; i++) {
      Recommendation answer = answer(questions.next());
      for (Recommendation.QuantizedEstimate estimate : answer.memory()) {
        List<Assessment> same =
            answer.assessments().stream()
                .filter(each -> each.quantization().equals(estimate.quantization()))
                .toList();
        List<Assessment> eligible = same.stream().filter(Assessment::isEligible).toList();
        List<Assessment> best =
            same.stream().filter(each -> each.verdict() == Verdict.BEST_CHOICE).toList();

        assertEquals(eligible.isEmpty() ? 0 : 1, best.size());
        best.forEach(each -> assertTrue(isCheapest(each, eligible)));
        assertEquals(!best.isEmpty(), same.get(0).differencePercent().isPresent());
      }
    }
  }

  private static boolean isCheapest(Assessment one, List<Assessment> others) {
    return others.stream().allMatch(other -> one.price().compareTo(other.price()) <= 0);
  }

  private static void assertNoneBetter(Assessment one, List<Assessment> others) {
    assertTrue(others.stream().allMatch(other -> BETTER.compare(one, other) <= 0));
  }

  private static boolean halfIsFree(Assessment assessment) {
    return 2 * assessment.fitting().requiredBytes() <= assessment.fitting().usableBytes();
  }

  private static void assertNoWorse(
      Optional<Assessment> before, Optional<Assessment> after, Question question) {
    boolean noWorse =
        before.isEmpty() || after.isPresent() && BETTER.compare(after.get(), before.get()) <= 0;
    assertTrue(noWorse, () -> question + ": " + before + " became " + after);
  }

  private static Recommendation answer(Question question) {
    return Advisor.recommend(question, TODAY);
  }

  private static Optional<Assessment> recommended(Question question) {
    return answer(question).picks().recommended().map(Picks.Pick::assessment);
  }

  private static Optional<Assessment> recommendedBut(Offer removed, Recommendation answer) {
    Optional<Assessment> pick = answer.picks().recommended().map(Picks.Pick::assessment);
    pick.ifPresent(each -> assertTrue(!each.offer().equals(removed)));
    return pick;
  }

  private static Map<String, Fitting> fittings(Recommendation answer) {
    Map<String, Fitting> fittings = new HashMap<>();
    answer
        .assessments()
        .forEach(
            each ->
                fittings.put(
                    each.offer().id() + " " + each.quantization().asked(), each.fitting()));
    return fittings;
  }

  private static Question withBudget(Question question, int cents) {
    Constraints old = question.constraints();
    Constraints constraints =
        new Constraints(
            new Constraints.Budget(
                Optional.of(BigDecimal.valueOf(cents, 2)), old.budget().perMonth(), old.usage()),
            old.minSupply(),
            old.maxGpus(),
            old.minTokensPerSecond(),
            old.rankBy());
    return new Question(
        question.task(),
        question.quantizations(),
        question.priceLists(),
        constraints,
        question.current());
  }
}
