package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.parameter.NumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several cards, each with its price. */
record Quotes(Settings settings, RunningNow now) {

  private static final Set<String> VERSUS_OR_AND =
      Sayings.words("vs versus contre or ou and et to with");

  /**
   * {@code a100 at 1.79 vs h100 at 2.99}: each is an offer of the caller's own, and no other is
   * asked for.
   */
  boolean rewrite(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    List<String> offers = new ArrayList<>();
    for (int at = 0; at < rest.size(); at++) {
      int name = new HardwareWords(settings).lengthOfRented(rest.subList(at, rest.size()));
      int price = name == 0 ? 0 : PhraseWords.behind(rest, at + name, RunningNow.BEFORE_PRICE);
      int length = name == 0 ? 0 : lengthOfAmount(rest, price, price > at + name);
      if (length > 0) {
        String usd = String.join("", rest.subList(price, price + length));
        offers.add(
            "offer="
                + HardwareWords.counted(rest.subList(at, at + name))
                + " at "
                + (NumberType.isMoney(usd) && !NumberType.isPrice(usd) ? usd : usd + "/h"));
        rest.subList(at, price + length).clear();
        boolean between = at > 0 && VERSUS_OR_AND.contains(PhraseWords.at(rest, at - 1));
        if (between) {
          rest.remove(at - 1);
        }
        at -= between ? 2 : 1;
      }
    }
    if (offers.size() < 2) {
      return false;
    }
    words.clear();
    words.addAll(rest);
    words.addAll(offers);
    words.add("provider=" + PriceList.OWN);
    words.add("gpus=" + Sentence.MOST_GPUS);
    return true;
  }

  /** Of a card's price the time may be left out: nobody buys one for a few dollars. */
  private int lengthOfAmount(List<String> words, int at, boolean said) {
    boolean bare =
        said
            && at < words.size()
            && words.get(at).matches("[$€£]?[0-9]{1,2}([.,][0-9]+)?")
            && !PhraseWords.at(words, at + 1).matches("/.*|an?|per|par|[a-z]*tok.*");
    return Math.max(now.lengthOfPaid(words, at), bare ? 1 : 0);
  }
}
