package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.TypedModels;
import java.util.List;
import java.util.Set;

/** Words that ask what something costs. */
final class PriceAsked {

  private static final Set<String> PRICE =
      Set.of(
          "price",
          "prices",
          "pricing",
          "cost",
          "costs",
          "rent",
          "rental",
          "rate",
          "rates",
          "prix",
          "tarif",
          "tarifs",
          "cheapest",
          "cheaper",
          "coûte",
          "coute",
          "coût",
          "louer",
          "loyer",
          "location",
          "offer",
          "offre",
          "offers",
          "offres",
          "options",
          "option",
          "options?",
          "anything",
          "availability",
          "disponible",
          "available");

  /** What a price is asked for the time of. */
  private static final Set<String> TIME =
      Set.of("per", "par", "l'heure", "heure", "hour", "hourly", "mois", "month", "monthly");

  private PriceAsked() {}

  static boolean isOne(String word) {
    return Sayings.isOneOf(PRICE, word);
  }

  /** Or for what time. */
  static boolean isOneOrTime(String word) {
    return isOne(word) || Sayings.isOneOf(TIME, word);
  }

  /** {@code price of an L40S for qwen3 14b}: a model is named, so no list of prices is meant. */
  static boolean isOfServing(Verb verb, List<String> words, TypedModels models) {
    return verb == Verb.HISTORY
        && isOne(words.get(0))
        && words.stream().anyMatch(ModelWords.SIZE.asMatchPredicate())
        && words.stream().anyMatch(models::knows);
  }
}
