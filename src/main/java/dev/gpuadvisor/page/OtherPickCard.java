package dev.gpuadvisor.page;

import dev.gpuadvisor.story.FallbackStory;
import dev.gpuadvisor.story.OtherPick;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is besides the recommended offer.
 *
 * @param offer null where it is the recommended one, or none: {@code text} says so
 * @param chain offers to try one after the other, best first
 */
record OtherPickCard(String title, String offer, String price, String text, List<Fallback> chain) {

  /** An offer with its price and the difference to the recommended one. */
  record Fallback(String offer, String hour, String difference) {}

  static List<OtherPickCard> of(PageTexts words, Story story) {
    List<OtherPickCard> cards = new ArrayList<>();
    story.otherPicks().forEach(other -> cards.add(of(words, other)));
    cards.add(fallbacks(words, story.fallbacks()));
    return cards;
  }

  private static OtherPickCard of(PageTexts words, OtherPick other) {
    return new OtherPickCard(
        words.of(other.kind().title()),
        other.detail().map(OtherPick.Detail::offer).orElse(null),
        other.detail().map(detail -> words.of(price(detail))).orElse(null),
        words.of(other.text()),
        List.of());
  }

  private static Message price(OtherPick.Detail detail) {
    return Msg.Page.otherPrice(detail.perHour(), detail.perMonth());
  }

  private static OtherPickCard fallbacks(PageTexts words, List<FallbackStory> fallbacks) {
    List<Fallback> chain =
        fallbacks.stream()
            .map(
                each ->
                    new Fallback(
                        each.offer(), words.of(each.perHour()), words.of(each.difference())))
            .toList();
    String text = words.of(chain.isEmpty() ? Msg.Page.fallbacksNone() : Msg.Page.fallbacksText());
    return new OtherPickCard(words.of(Msg.Page.fallbacks()), null, null, text, chain);
  }
}
