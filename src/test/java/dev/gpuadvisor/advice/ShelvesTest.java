package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.Workload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Offers that are alike are judged together: what comes out is what looking at each of them by
 * itself finds, by a reference that has every offer on a shelf of its own and counts one by one.
 */
class ShelvesTest {

  private static final int QUESTIONS = 50;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final List<Offer> SOLD = BundledCatalog.catalog().offers().all();
  private static final PriceList LIST = BundledCatalog.catalog().defaultPriceList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void areJudgedAsIfEachWereAlone(long seed) {
    Random random = new Random(seed);
    RandomQuestions questions = new RandomQuestions(seed);
    int together = 0;
    int leftOut = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question like = questions.next();
      Question question =
          new Question(
              like.task(),
              like.quantizations(),
              lists(random),
              constraints(like, random),
              Optional.empty());
      Recommendation answer = Advisor.recommend(question, TODAY);
      Recommendation reference = Advisor.recommend(question.of(alone(question)), TODAY);

      assertSame(reference.assessments(), answer.assessments());
      assertEquals(reference.picks(), answer.picks());
      assertEquals(
          reference.breakEven().map(BreakEven::text), answer.breakEven().map(BreakEven::text));
      assertEquals(reference.rentOrBuy(), answer.rentOrBuy());
      assertEquals(withoutAge(reference), withoutAge(answer));
      int limit = 1 + random.nextInt(12);
      Shortlist shortlist = Shortlist.of(answer, limit);
      assertSame(shown(reference, limit), shortlist.assessments());
      assertEquals(counted(reference, limit), counted(shortlist));
      together += answer.rankings().get(0).cheapest().size() < answer.offers() ? 1 : 0;
      leftOut += shortlist.leftOut().size();
    }
    assertTrue(together > QUESTIONS / 3, () -> "hardly any were judged together");
    assertTrue(leftOut > QUESTIONS);
  }

  /** A market of several offers of each kind, some at the same price, and sometimes own ones. */
  private static List<PriceList> lists(Random random) {
    List<Offer> market = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Offer like = SOLD.get(random.nextInt(SOLD.size() / (1 + random.nextInt(8))));
      BigDecimal factor = BigDecimal.valueOf(50 + 10 * random.nextInt(20), 2);
      market.add(
          Offers.copy("offer-" + i, like.provider(), like.usdPerHour().multiply(factor), like));
    }
    List<PriceList> lists = new ArrayList<>(List.of(LIST.with(market)));
    if (random.nextInt(4) == 0) {
      BigDecimal price = BigDecimal.valueOf(random.nextInt(3));
      lists.add(
          PriceList.own(
              List.of(
                  Offers.copy("own-1", PriceList.OWN, price, market.get(0)),
                  Offers.copy("own-2", PriceList.OWN, price.add(BigDecimal.ONE), market.get(0)))));
    }
    return lists;
  }

  /** The same offers, every one in a list by itself. */
  private static List<PriceList> alone(Question question) {
    return question.priceLists().stream()
        .flatMap(list -> list.offers().stream().map(offer -> list.with(List.of(offer))))
        .toList();
  }

  private static Constraints constraints(Question question, Random random) {
    Constraints like = question.constraints();
    Usage usage =
        random.nextBoolean()
            ? Usage.always()
            : new Usage(
                BigDecimal.valueOf(1 + random.nextInt(700)),
                BigDecimal.valueOf(random.nextInt(5)),
                BigDecimal.valueOf(random.nextInt(200)),
                BigDecimal.valueOf(random.nextInt(30)));
    BigDecimal month = BigDecimal.valueOf(10 + random.nextInt(3_000));
    return new Constraints(
        new Constraints.Budget(
            like.budget().perHour(),
            random.nextInt(4) == 0 ? Optional.of(month) : Optional.empty(),
            usage),
        random.nextInt(4) == 0 ? Supply.values()[random.nextInt(5)] : Supply.UNKNOWN,
        like.maxGpus(),
        random.nextInt(4) == 0
            ? Optional.of(BigDecimal.valueOf(1 + random.nextInt(100)))
            : Optional.empty(),
        random.nextInt(3) == 0 && ((Workload) question.task()).generates()
            ? RankBy.values()[random.nextInt(RankBy.values().length)]
            : RankBy.PRICE);
  }

  /** In the same order with the same words; their equality leaves those out. */
  private static void assertSame(List<Assessment> expected, List<Assessment> actual) {
    assertEquals(expected, actual);
    for (int i = 0; i < expected.size(); i++) {
      Assessment one = expected.get(i);
      Assessment other = actual.get(i);
      assertEquals(one.verdict(), other.verdict(), one::toString);
      assertEquals(one.reason(), other.reason(), one::toString);
      assertEquals(one.dominator(), other.dominator(), one::toString);
      assertEquals(one.differencePercent(), other.differencePercent(), one::toString);
      assertEquals(one.speed(), other.speed(), one::toString);
      assertEquals(one.fitting(), other.fitting(), one::toString);
      assertEquals(one.bill().amount(), other.bill().amount(), one::toString);
    }
  }

  /** How old a price may be is its list's affair, and the reference has other lists. */
  private static List<Note> withoutAge(Recommendation answer) {
    return answer.notes().stream().filter(note -> !note.code().id().startsWith("price_")).toList();
  }

  private static List<Assessment> shown(Recommendation all, int limit) {
    List<Assessment> shown = new ArrayList<>();
    for (Ranking ranking : all.rankings()) {
      List<Assessment> assessments = ranking.all();
      shown.addAll(assessments.subList(0, Math.min(limit, assessments.size())));
      assessments.stream().skip(limit).filter(isWanted(all)).forEach(shown::add);
    }
    return shown;
  }

  private static Predicate<Assessment> isWanted(Recommendation all) {
    Picks picks = all.picks();
    List<Assessment> picked =
        Stream.concat(
                Stream.of(picks.recommended(), picks.budget(), picks.headroom())
                    .flatMap(pick -> pick.stream().map(Picks.Pick::assessment)),
                picks.fallbacks().stream().map(Picks.Fallback::assessment))
            .toList();
    return each -> each.offer().isOwn() || picked.contains(each);
  }

  /**
   * By verdict: how many, the first of the cheapest, the first of those that are of the largest.
   */
  private static Map<Verdict, String> counted(Recommendation all, int limit) {
    List<Assessment> shown = shown(all, limit);
    Map<Verdict, List<Assessment>> rest = new TreeMap<>();
    for (Assessment each : all.assessments()) {
      if (!shown.contains(each)) {
        rest.computeIfAbsent(each.verdict(), none -> new ArrayList<>()).add(each);
      }
    }
    Comparator<Assessment> byBill = Comparator.comparing(Assessment::bill);
    Comparator<Assessment> bySize =
        Comparator.<Assessment>comparingLong(each -> -each.fitting().usableBytes())
            .thenComparing(byBill);
    Map<Verdict, String> counted = new TreeMap<>();
    rest.forEach(
        (verdict, group) ->
            counted.put(
                verdict,
                group.size()
                    + group.stream().reduce(firstBy(byBill)).orElseThrow().toString()
                    + group.stream().reduce(firstBy(bySize)).orElseThrow()));
    return counted;
  }

  private static BinaryOperator<Assessment> firstBy(Comparator<Assessment> order) {
    return (one, other) -> order.compare(other, one) < 0 ? other : one;
  }

  private static Map<Verdict, String> counted(Shortlist shortlist) {
    Map<Verdict, String> counted = new TreeMap<>();
    shortlist
        .leftOut()
        .forEach(
            each ->
                counted.put(
                    each.verdict(), each.count() + each.cheapest().toString() + each.largest()));
    return counted;
  }
}
