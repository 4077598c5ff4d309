package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Obstacle;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/**
 * What is said of one assessed offer, cell by cell.
 *
 * @param recommended whether it is what is recommended
 * @param named whether somebody asked for this very offer: then its price is compared even if it
 *     does not fit
 */
public record OfferRow(
    Assessment assessment, Question question, boolean recommended, boolean named) {

  /** Rows of offers that somebody named, side by side. */
  public static List<OfferRow> sideBySide(List<Assessment> assessments, Question question) {
    return assessments.stream().map(each -> new OfferRow(each, question, false, true)).toList();
  }

  /** {@code 2 x AMPERE_48}. */
  public String offer() {
    return Wording.workers(assessment);
  }

  /** As the provider is called. */
  public String provider() {
    return PickStory.provider(assessment.offer().provider(), question.priceLists());
  }

  /** Whether it runs, in a word or two: the true obstacle where it does not. */
  public Message fit() {
    if (assessment.verdict() == Verdict.TOO_MANY_GPUS) {
      return Msg.Fit.tooManyGpus(assessment.worker().gpus());
    }
    return assessment
        .fitting()
        .obstacle()
        .map(
            obstacle ->
                obstacle instanceof Obstacle.LacksFormat
                    ? Msg.Fit.lacksFormat()
                    : Msg.Fit.cannotSplit())
        .orElseGet(() -> fit(assessment.fitting().fit()));
  }

  /** Whether it runs, as far as the memory goes. */
  public static Message fit(Fit fit) {
    return switch (fit) {
      case COMFORTABLE -> Msg.Fit.comfortable();
      case TIGHT -> Msg.Fit.tight();
      case NO -> Msg.Fit.no();
    };
  }

  public Message hour() {
    return Wording.hour(new Price(assessment.bill().usdPerHour()));
  }

  /** Of a month, or of the run. */
  public Message cost() {
    return Wording.cost(assessment.bill());
  }

  /** What a column of costs is headed by. */
  public static Message costHead(Question question) {
    boolean run = question.task() instanceof Tuning tuning && tuning.data().isPresent();
    return run ? Msg.Answer.headRun() : Msg.Answer.headMonth();
  }

  /** Price against the best of the same format. */
  public Message difference() {
    return named ? Wording.priceDifference(assessment) : Wording.difference(assessment);
  }

  public Message supply() {
    return Reasons.supply(assessment.offer().supply());
  }

  /** In two or three words. */
  public Message verdict() {
    return verdict(assessment.verdict());
  }

  public static Message verdict(Verdict verdict) {
    return switch (verdict) {
      case DOES_NOT_FIT -> Msg.Verdict.inShortDoesNotFit();
      case OVER_BUDGET -> Msg.Verdict.inShortOverBudget();
      case SUPPLY_TOO_LOW -> Msg.Verdict.inShortSupplyTooLow();
      case TOO_SLOW -> Msg.Verdict.inShortTooSlow();
      case TOO_MANY_GPUS -> Msg.Verdict.inShortTooManyGpus();
      case TIGHT -> Msg.Verdict.inShortTight();
      case BEST_CHOICE -> Msg.Verdict.inShortBestChoice();
      case RANKED_LOWER -> Msg.Verdict.inShortRankedLower();
      case DOMINATED -> Msg.Verdict.inShortDominated();
      case LESS_MEMORY_DEARER -> Msg.Verdict.inShortLessMemoryDearer();
      case SAME_MEMORY_DEARER -> Msg.Verdict.inShortSameMemoryDearer();
      case ACCEPTABLE -> Msg.Verdict.inShortAcceptable();
      case OVERSIZED -> Msg.Verdict.inShortOversized();
      case OVERSIZED_AND_DEAR -> Msg.Verdict.inShortOversizedAndDear();
    };
  }

  public Mark mark() {
    return Mark.of(assessment.verdict());
  }

  /** One sentence; that of an oversized offer begins with its verdict. */
  public Message reason() {
    return assessment.reason();
  }

  /** Whether the reason begins with the verdict. */
  public boolean reasonSaysVerdict() {
    return assessment.verdict() == Verdict.OVERSIZED
        || assessment.verdict() == Verdict.OVERSIZED_AND_DEAR;
  }
}
