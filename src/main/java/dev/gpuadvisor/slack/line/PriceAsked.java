package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.TypedModels;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Words that ask what something costs. */
final class PriceAsked {

  private static final Set<String> PRICE =
      Sayings.words(
          "bill facture coûterait coûteraient reviendrait revient price prices pricing cost costs rent rental rate rates prix tarif tarifs"
              + " cheapest cheaper coûte coute coût louer loyer location offer offre offers"
              + " offres options option options? anything availability disponible available");

  /** What a price is asked for the time of. */
  private static final Set<String> TIME =
      Sayings.words("per par l'heure heure hour hourly mois month monthly");

  private static final Set<String> PER = Sayings.words("per par a an each");

  private static final Set<String> IS = Sayings.words("is are for pour");

  private static final Set<String> MUCH = Set.of("much", "combien");

  private PriceAsked() {}

  static boolean isOne(String word) {
    return Sayings.isOneOf(PRICE, word);
  }

  /**
   * {@code what does it cost}, {@code how much per month}. Takes out the time behind such a word,
   * which is told in any case; behind a number it belongs to that.
   */
  static boolean in(List<String> words) {
    boolean asked = words.stream().anyMatch(PriceAsked::isOne) || isWhatOneIs(words);
    for (int at = words.size() - 3; at >= 0; at--) {
      boolean much = Sayings.isOneOf(MUCH, words.get(at));
      if ((much || isOne(words.get(at))) && isPerTime(words, at + 1)) {
        words.subList(at + 1, at + 3).clear();
        asked = true;
      }
    }
    return asked;
  }

  /** {@code how much is an L40S}, {@code how much for two H100s}. */
  private static boolean isWhatOneIs(List<String> words) {
    return IntStream.range(0, words.size() - 1)
        .anyMatch(
            at -> Sayings.isOneOf(MUCH, words.get(at)) && Sayings.isOneOf(IS, words.get(at + 1)));
  }

  /** Or for what time. */
  static boolean isOneOrTime(String word) {
    return isOne(word) || Sayings.isOneOf(TIME, word);
  }

  private static boolean isPerTime(List<String> words, int at) {
    String time = PhraseWords.at(words, at + 1);
    return Sayings.isOneOf(PER, PhraseWords.at(words, at))
        && Sayings.isOneOf(TIME, time)
        && !Sayings.isOneOf(PER, time);
  }

  /** {@code price of an L40S for qwen3 14b}: a model is named, so no list of prices is meant. */
  static boolean isOfServing(Verb verb, List<String> words, TypedModels models) {
    return verb == Verb.HISTORY
        && isOne(words.get(0))
        && words.stream().anyMatch(ModelWords.SIZE.asMatchPredicate())
        && words.stream().anyMatch(models::knows);
  }
}
