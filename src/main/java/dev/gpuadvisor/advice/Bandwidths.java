package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Comparator;
import java.util.List;

/** Memory bandwidth of the cards that an offer may turn out to be. */
public final class Bandwidths {

  private static final Comparator<Card> BY_BANDWIDTH =
      Comparator.comparingInt(Card::bandwidthGbPerSecond);

  private Bandwidths() {}

  static Card slowest(List<Card> cards) {
    return cards.stream().min(BY_BANDWIDTH).orElseThrow();
  }

  static Card fastest(List<Card> cards) {
    return cards.stream().max(BY_BANDWIDTH).orElseThrow();
  }

  /** In words: one figure, or from the least to the most. */
  public static Message range(List<Card> cards) {
    int low = slowest(cards).bandwidthGbPerSecond();
    int high = fastest(cards).bandwidthGbPerSecond();
    return low == high ? Msg.Bandwidth.one(low) : Msg.Bandwidth.range(high, low);
  }
}
