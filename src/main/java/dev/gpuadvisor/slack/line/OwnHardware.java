package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.lower;

import dev.gpuadvisor.parameter.NumberType;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A card that somebody has, or could buy, with what it costs: {@code i bought a 4090 for $1600},
 * {@code my own 3090, power is 0.30/kWh}. It becomes an offer of his own, beside those to rent.
 */
record OwnHardware(Settings settings) {

  private static final Set<String> BOUGHT =
      Sayings.words(
          """
          own owned have got bought buy buying purchase purchased acheté achetée achetés achetées acheter achète
          possède possédons\
          """);

  /** Says like those that somebody has a card. */
  private static final Set<String> HAD =
      Sayings.words("j'ai ai avons my mon spent ma mes used already déjà");

  private static final Set<String> USED = Set.of("used", "second-hand", "d'occasion", "occasion");

  /** What else goes with the price of a purchase or of power, and is said by it. */
  private static final Set<String> BESIDES =
      Sayings.words(
          """
          electricity power électricité courant l'électricité elec keep garder paid payé payée vs
          versus rent renting louer or ou contre cloud at costs cost j'ai i je than que it buy?\
          """);

  private static final Set<String> PAID =
      Sayings.words("bought paid purchased acheté achetée payé payée cost costs");

  /** {@code for 2 years}: over which a purchase is paid off. */
  private static final Pattern YEARS =
      Pattern.compile("(?:for|over|pour|sur|pendant) ([1-9]) (?:years?|ans?)");

  private static final int YEARS_WORDS = 3;

  /** Leaves the line as it is where no card has a price of its own. */
  void rewrite(List<String> words) {
    boolean owned = words.stream().map(PhraseWords::lower).anyMatch(OwnHardware::isOwning);
    boolean offered = words.stream().anyMatch(word -> word.matches("(?i)offers?[=:].*"));
    if (owned && !offered) {
      words.removeIf(word -> USED.contains(lower(word)));
    }
    int power = indexOf(words, at -> isPower(words.get(at)));
    int price = indexOf(words, at -> lengthOfPrice(words, at) > 0);
    if (!owned || offered || power < 0 && price < 0) {
      return;
    }
    for (int at = 0; at < words.size(); at++) {
      int length = new HardwareWords(settings).lengthOfRented(words.subList(at, words.size()));
      boolean article = lower(words.get(at)).matches("an?|une?");
      boolean apart = price < 0 || price < at || price >= at + length;
      if (length > 0 && apart && !article) {
        offer(words, at, length, price, power);
        return;
      }
    }
  }

  private static boolean isOwning(String word) {
    return BOUGHT.contains(word) || HAD.contains(word);
  }

  /** {@code 3000 requests}: of something. */
  private static boolean isCounted(List<String> words, int next) {
    return PhraseWords.at(words, next)
        .matches("(?:req|tok|user|exam|call|mess|gb|go|mhz|w(?![a-z])).*");
  }

  private static void offer(List<String> words, int at, int length, int price, int power) {
    int watts = power < 0 ? -1 : indexOf(words, from -> words.get(from).matches("[0-9]{2,4}[wW]"));
    int years = price < 0 ? -1 : indexOf(words, from -> isYears(words, from));
    StringBuilder offer = new StringBuilder("offer=");
    offer.append(HardwareWords.counted(words.subList(at, at + length)));
    if (watts >= 0) {
      offer.append(' ').append(words.get(watts));
    }
    int end = price < 0 ? -1 : price + lengthOfPrice(words, price);
    if (price >= 0) {
      offer.append(" bought ").append(String.join("", words.subList(price, end)));
    }
    if (years >= 0) {
      offer.append(" over ").append(words.get(years + 1)).append(" years");
    }
    if (power >= 0) {
      offer.append(" at ").append(words.get(power));
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      boolean said =
          i == power
              || i == watts
              || i >= price && i < end
              || i >= at && i < at + length
              || years >= 0 && i >= years && i < years + YEARS_WORDS;
      String word = lower(words.get(i));
      if (said || BOUGHT.contains(word) || BESIDES.contains(word)) {
        words.remove(i);
      }
    }
    words.add(offer.toString());
  }

  private static int indexOf(List<String> words, IntPredicate any) {
    return IntStream.range(0, words.size()).filter(any).findFirst().orElse(-1);
  }

  private static boolean isYears(List<String> words, int from) {
    return from + YEARS_WORDS <= words.size()
        && YEARS
            .matcher(lower(String.join(" ", words.subList(from, from + YEARS_WORDS))))
            .matches();
  }

  private static boolean isPower(String word) {
    return word.matches("(?i)[$€£]?[0-9.,]+[$€£]?/kwh");
  }

  /** An amount of money that is for no time and no tokens. */
  private static int lengthOfPrice(List<String> words, int at) {
    boolean paid = at > 0 && PAID.contains(lower(words.get(at - 1)));
    boolean bare = words.get(at).matches("[1-9][0-9]{2,5}") && !isCounted(words, at + 1);
    if (paid && bare) { // bought 700
      return 1;
    }
    for (int length = Math.min(2, words.size() - at); length > 0; length--) {
      String amount = String.join("", words.subList(at, at + length));
      String next = PhraseWords.at(words, at + length);
      boolean more =
          next.startsWith("/") || next.startsWith("per-") || next.matches("in|out|input|output|en");
      if (!more && amount.matches("[$€£]?[0-9].*") && NumberType.isPrice(amount)) {
        return length;
      }
    }
    return 0;
  }
}
