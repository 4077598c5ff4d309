package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.load.ApiComparison;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    Question question = asked.on(today).carried();
    Judged judged = judge(question, offers(question), UnaryOperator.identity());
    Picks picks = Picks.of(judged.assessments(), question.constraints().rankBy());
    return new Recommendation(
        question,
        judged.memory(),
        judged.assessments(),
        picks,
        migration(question, picks),
        breakEven(question, picks, judged.assessments()),
        api(question, picks),
        RentOrBuy.of(question, picks, judged.assessments()),
        Notes.of(question, judged.assessments(), picks, today));
  }

  /**
   * Named offers side by side.
   *
   * @param named never empty; the first is what the others' prices are held against
   */
  public static Comparison compare(Question asked, List<Offer> named, LocalDate today) {
    Question question = asked.on(today);
    List<Offer> offers = named.stream().map(offer -> offer.on(today)).toList();
    Judged judged =
        judge(question, offers, assessments -> Comparison.againstFirst(assessments, offers));
    List<Note> notes = new ArrayList<>(ReadAs.notes(question.readAs()));
    notes.addAll(TaskNotes.of(question.task()));
    notes.addAll(AgeNotes.of(question.sources(), offers, today));
    return new Comparison(
        question, offers, judged.memory(), judged.assessments(), List.copyOf(notes));
  }

  /** All offers judged in all formats, and nothing more. */
  static List<Assessment> assessments(Question question) {
    return judge(question, offers(question), UnaryOperator.identity()).assessments();
  }

  private static List<Offer> offers(Question question) {
    return question.priceLists().stream().flatMap(list -> list.offers().stream()).toList();
  }

  private record Judged(List<QuantizedEstimate> memory, List<Assessment> assessments) {}

  /**
   * @param view of the assessments of one quantization
   */
  private static Judged judge(
      Question question, List<Offer> offers, UnaryOperator<List<Assessment>> view) {
    List<QuantizedEstimate> memory = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    for (QuantizationChoice quantization : question.quantizations()) {
      Candidate.Need need = Candidate.Need.of(question.task(), quantization, question.load());
      memory.add(new QuantizedEstimate(quantization, need.estimate()));
      List<Assessment> judged = new Assessor(need, question.constraints()).assess(offers);
      assessments.addAll(view.apply(judged));
    }
    return new Judged(memory, assessments);
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
      Question question, Picks picks, List<Assessment> assessments) {
    return picks
        .recommended()
        .flatMap(pick -> BreakEven.of(question, pick.assessment(), assessments));
  }
}
