package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/**
 * What there is besides the recommended offer.
 *
 * @param offer null where it is the recommended one, or none: {@code text} says so
 * @param chain offers to try one after the other, best first
 */
record OtherPick(String title, String offer, String price, String text, List<Fallback> chain) {

  /** An offer with its price and the difference to the recommended one. */
  record Fallback(String offer, String hour, String difference) {}

  /** What a pick is called, and what stands there where there is none. */
  private record Title(Message name, Message none) {}

  private static final Title BUDGET = new Title(Msg.Answer.budget(), Msg.Answer.budgetNone());
  private static final Title HEADROOM = new Title(Msg.Answer.headroom(), Msg.Answer.headroomNone());

  static List<OtherPick> of(PageTexts words, Recommendation recommendation) {
    Picks picks = recommendation.picks();
    return List.of(
        pick(words, recommendation, BUDGET, picks.budget()),
        pick(words, recommendation, HEADROOM, picks.headroom()),
        fallbacks(words, picks));
  }

  private static OtherPick pick(
      PageTexts words, Recommendation recommendation, Title title, Optional<Picks.Pick> pick) {
    if (pick.isEmpty()) {
      return plain(words.of(title.name()), words.of(title.none()));
    }
    Assessment assessment = pick.get().assessment();
    if (recommendation.picks().recommend(assessment)) {
      return plain(words.of(title.name()), words.of(Msg.Answer.theSame()));
    }
    String price =
        words.of(
            Msg.Page.otherPrice(
                Wording.perHour(assessment.price()), Wording.perMonth(assessment.bill())));
    String offer = Wording.worker(assessment.worker());
    return new OtherPick(
        words.of(title.name()), offer, price, words.of(pick.get().reason()), List.of());
  }

  private static OtherPick fallbacks(PageTexts words, Picks picks) {
    List<Fallback> chain =
        picks.fallbacks().stream()
            .map(
                fallback ->
                    new Fallback(
                        Wording.worker(fallback.assessment().worker()),
                        words.of(Wording.perHour(fallback.assessment().price())),
                        words.of(Wording.difference(fallback.differencePercent()))))
            .toList();
    String text = words.of(chain.isEmpty() ? Msg.Page.fallbacksNone() : Msg.Page.fallbacksText());
    return new OtherPick(words.of(Msg.Page.fallbacks()), null, null, text, chain);
  }

  private static OtherPick plain(String title, String text) {
    return new OtherPick(title, null, null, text, List.of());
  }
}
