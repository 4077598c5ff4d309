package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a model runs on the one machine that a line names, which is told without prices: {@code
 * we're on p4d.24xlarge ($32.77/h), does llama 70b fit}.
 */
record FitAsked(Settings settings, RunningNow now) {

  private static final Set<String> FITS =
      Sayings.words(
          "fit fits fitting tient tiennent tiendra tiendrait rentre rentrent enough suffice"
              + " suffices suffit suffisant suffirait sufficient");
  private static final Set<String> RUNS =
      Sayings.words("run runs handle handles serve hold host load tourne tourner tournera servir");
  private static final Set<String> WHETHER =
      Sayings.words("can could will would does do is peut pourrait puis peut-on est-ce");

  /** Whoever says so wants to know what else there is. */
  private static final Set<String> ELSE =
      Sayings.words(
          "which what cheaper cheapest alternative alternatives instead switch replace migrate"
              + " move upgrade savings save saving better less elsewhere ailleurs quel quelle"
              + " moins mieux remplacer migrer économiser budget vs versus compare");

  /**
   * Takes out what is paid for the machine.
   *
   * @return what was taken out, if that is what the line asks
   */
  boolean takePrice(List<String> words, List<Doubt> remarks) {
    int question = question(words);
    int price =
        question < 0 || Sayings.isAnyOf(ELSE, words) || hardware(words) != 1 ? -1 : price(words);
    if (price < 0) {
      return false;
    }
    int length = now.lengthOfPaid(words, price);
    String said = String.join(" ", words.subList(price, price + length));
    remarks.add(new Doubt(Msg.Slack.doubtNotHere(Verb.FIT.shown(), Doubt.shown(said)), List.of()));
    int start = price;
    while (start > 0 && isAround(words.get(start - 1))) {
      start--;
    }
    words.subList(start, price + length).clear();
    return true;
  }

  private static final Pattern OF_MEMORY =
      Pattern.compile(
          "(?<![^ ])(?:(?:how (?:much|many|big)|what'?s?|combien|quelle?)(?: [^ ]+){0,3}"
              + " (?:v?ram|memory|mémoire)|(?:how (?:big|large)|what'?s?)(?: [^ ]+){0,2} kv[ -]?cache|(?:v?ram|memory|mémoire)"
              + " (?:requirements?|required|needed|needs?|usage|footprint|nécessaire|requise))"
              + "(?![^ ,.?:])",
          Pattern.CASE_INSENSITIVE);

  /** {@code how much VRAM does qwen3-32b need}: to be told that, and not what to rent. */
  static boolean ofMemory(List<String> words) {
    return OF_MEMORY.matcher(String.join(" ", words)).find();
  }

  private static boolean isAround(String word) {
    return Sayings.isOneOf(RunningNow.BEFORE_PRICE, word)
        || word.matches("(?i)pay|paying|paie|payons|that|which");
  }

  /** Where it is asked whether something runs; -1 where nothing is. */
  private static int question(List<String> words) {
    boolean whether =
        Sayings.isAnyOf(WHETHER, words)
            || words.stream().anyMatch(word -> word.matches("(?i)peu[xt]-.+"));
    for (int at = 0; at < words.size(); at++) {
      if (Sayings.isOneOf(FITS, words.get(at)) || whether && Sayings.isOneOf(RUNS, words.get(at))) {
        return at;
      }
    }
    return -1;
  }

  private int hardware(List<String> words) {
    HardwareWords cards = new HardwareWords(settings);
    int count = 0;
    for (int at = 0; at < words.size(); at++) {
      int length = cards.lengthOfRented(words.subList(at, words.size()));
      count += length > 0 ? 1 : 0;
      at += Math.max(0, length - 1);
    }
    return count;
  }

  /** What is said to be paid; a limit is none. */
  private int price(List<String> words) {
    for (int at = 1; at < words.size(); at++) {
      String before = words.get(at - 1);
      if (now.isPaid(words, at) && (before.equals("à") || !RunningNow.isLimit(before))) {
        return at;
      }
    }
    return -1;
  }
}
