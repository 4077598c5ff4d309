package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.load.ApiComparison;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Shelf;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers questions: which offer, at what price, with what saving. Pure: the same question on the
 * same day gets the same answer.
 */
public final class Advisor {

  private Advisor() {}

  /**
   * Which of the price lists' offers to rent.
   *
   * @param today decides the age of the prices, and whether what was seen of the stock counts
   */
  public static Recommendation recommend(Question asked, LocalDate today) {
    Question question = asked.on(today).sizingCurrent();
    Judged judged = judge(question, shelves(question));
    Picks picks = Picks.of(judged.rankings(), question.constraints().rankBy());
    List<Assessment> eligible = judged.all(Ranking::eligible);
    return new Recommendation(
        question,
        judged.memory(),
        judged.rankings(),
        picks,
        migration(question, picks),
        breakEven(question, picks, eligible),
        api(question, picks),
        RentOrBuy.of(question, picks, eligible),
        Notes.of(question, () -> judged.all(Ranking::cheapest), picks, today));
  }

  /**
   * Named offers side by side.
   *
   * @param named never empty; the first is what the others' prices are held against
   */
  public static Comparison compare(Question asked, List<Compared> named, LocalDate today) {
    Question question = asked.on(today);
    List<Compared> compared = named.stream().map(each -> each.on(today)).toList();
    List<Unit> units = compared.stream().map(each -> each.unit(question)).toList();
    Judged judged = judged(question, units);
    List<Assessment> assessments =
        judged.rankings().stream()
            .flatMap(ranking -> Comparison.againstFirst(ranking.all(), compared).stream())
            .toList();
    List<Offer> offers = compared.stream().map(Compared::offer).toList();
    List<Note> notes = Notes.of(question, offers, assessments, today);
    return new Comparison(question, offers, judged.memory(), assessments, notes);
  }

  /** The cheapest of all offers that are alike, judged in all formats, and nothing more. */
  static List<Assessment> cheapest(Question question) {
    return judge(question, shelves(question)).all(Ranking::cheapest);
  }

  /** Whether any offer could be picked. */
  static boolean allowsAny(Question question) {
    return !judge(question, shelves(question)).all(Ranking::eligible).isEmpty();
  }

  private static List<Shelf> shelves(Question question) {
    List<Shelf> shelves = new ArrayList<>();
    question.priceLists().forEach(list -> shelves.addAll(list.offers().shelves()));
    return shelves;
  }

  private record Judged(List<QuantizedEstimate> memory, List<Ranking> rankings) {

    /** Of all formats. */
    List<Assessment> all(Function<Ranking, List<Assessment>> some) {
      List<Assessment> all = new ArrayList<>();
      rankings.forEach(ranking -> all.addAll(some.apply(ranking)));
      return all;
    }
  }

  private static Judged judge(Question question, List<Shelf> shelves) {
    return judged(question, Unit.of(shelves, question));
  }

  private static Judged judged(Question question, List<Unit> units) {
    List<QuantizedEstimate> memory = new ArrayList<>();
    List<Ranking> rankings = new ArrayList<>();
    for (QuantizationChoice quantization : question.quantizations()) {
      Candidate.Need need = Candidate.Need.of(question.task(), quantization, question.load());
      memory.add(new QuantizedEstimate(quantization, need.estimate()));
      rankings.add(new Assessor(need, question.constraints()).rank(units));
    }
    return new Judged(memory, rankings);
  }

  private static Optional<Migration> migration(Question question, Picks picks) {
    return question
        .current()
        .flatMap(
            current ->
                picks
                    .recommended()
                    .map(pick -> Migration.of(current, pick.assessment(), question)));
  }

  /** What the same tokens cost at an API, where the caller says what it charges. */
  private static Optional<ApiComparison> api(Question question, Picks picks) {
    return question
        .load()
        .flatMap(Load::api)
        .flatMap(
            price ->
                picks
                    .recommended()
                    .flatMap(pick -> pick.assessment().plan())
                    .map(plan -> ApiComparison.of(plan, price)));
  }

  private static Optional<BreakEven> breakEven(
      Question question, Picks picks, List<Assessment> eligible) {
    return picks.recommended().flatMap(pick -> BreakEven.of(question, pick.assessment(), eligible));
  }
}
