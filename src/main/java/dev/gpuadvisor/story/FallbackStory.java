package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;

/**
 * An offer to try where the recommended one is out of supply.
 *
 * @param difference price against the recommended offer, with its sign
 */
public record FallbackStory(String offer, Message perHour, Message difference) {

  static FallbackStory of(Picks.Fallback fallback) {
    return new FallbackStory(
        Wording.workers(fallback.assessment()),
        Wording.perHour(fallback.assessment()),
        fallback.differencePercent().map(Wording::difference).orElse(Msg.Difference.same()));
  }

  public Message sentence() {
    return Msg.Summary.fallback(perHour, offer);
  }
}
