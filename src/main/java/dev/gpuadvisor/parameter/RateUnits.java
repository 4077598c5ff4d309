package dev.gpuadvisor.parameter;

import dev.gpuadvisor.parameter.Dimension.Factor;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people write so many over some time: {@code 300M tokens/month}, {@code 1 million requests per
 * day}, {@code 10 requêtes par seconde}; and so many tokens, or a text of so many bytes.
 */
final class RateUnits {

  private static final String MANY =
      "(k|thousand|mille|m|mn|millions?|b|bn|billions?|milliards?|)(?:d[e'])?";
  private static final String TIME =
      "s|sec|secs|second|seconds|seconde|secondes|min|mins|minute|mn|h|hr|hour|heure"
          + "|d|day|jour|j|w|week|semaine|mo|month|mois|y|yr|year|an|année";
  private static final String OFTEN =
      "(?:(?:/|per|a(?!nd$)n?|par|each|every|chaque)("
          + TIME
          + ")|(hourly|daily|weekly|monthly|yearly)|)";
  private static final Pattern TOKENS =
      Pattern.compile(MANY + "(?:tokens?|toks?|jetons?)?" + OFTEN);
  private static final Pattern TOKENS_WITHOUT_A_WORD =
      Pattern.compile(MANY + "(?:tokens?|toks?|jetons?)?(d|day|jour|mo|month|mois|week|semaine)");
  private static final String CALLS =
      "reqs?|requests?|requ[êe]tes?|quer(?:y|ies)|calls?|appels?|prompts?|messages?|hits?"
          + "|inferences?|inférences?|completions?|chats?|questions?";
  private static final Pattern REQUESTS =
      Pattern.compile(MANY + "(?:api|llm)?(" + CALLS + "|)" + OFTEN);
  private static final Pattern REQUESTS_WITHOUT_A_WORD =
      Pattern.compile(
          MANY
              + "(?:api|llm)?("
              + CALLS
              + ")(second|seconde|minute|hour|heure|day|jour|week"
              + "|semaine|month|mois|year|année)");
  private static final int NOUN = 2;
  private static final Pattern SHORT = Pattern.compile("(k|m|)[rq]p([smhd])");
  private static final Pattern BYTES = Pattern.compile("([kmg])i?[bo]");

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  /** Of 730 hours. */
  private static final long MONTH = 730 * HOUR;

  private static final long YEAR = 12 * MONTH;

  /** English and code, in the vocabularies of today; other languages take more. */
  private static final BigDecimal BYTES_PER_TOKEN = BigDecimal.valueOf(4);

  private RateUnits() {}

  /** What a unit is worth in tokens of a day; empty where it is none of this. */
  static Optional<Factor> tokensPerDay(String unit) {
    return over(TOKENS.matcher(unit), DAY).or(() -> over(TOKENS_WITHOUT_A_WORD.matcher(unit), DAY));
  }

  /**
   * What a unit is worth in requests.
   *
   * @param seconds that the requests are counted over, also where the unit does not say
   */
  static Optional<Factor> requests(String unit, long seconds) {
    return over(SHORT.matcher(unit), seconds)
        .or(() -> over(REQUESTS.matcher(unit), seconds))
        .or(() -> over(REQUESTS_WITHOUT_A_WORD.matcher(unit), seconds));
  }

  /** The parameter that a rate of requests is, where it is one and nothing else: not a price. */
  static Optional<Parameter<BigDecimal>> parameter(String unit) {
    Matcher whole = REQUESTS.matcher(unit);
    Matcher said = whole.matches() ? whole : REQUESTS_WITHOUT_A_WORD.matcher(unit);
    if (SHORT.matcher(unit).matches()) {
      return Optional.of(LoadParameters.REQUESTS_PER_SECOND);
    }
    if (!said.matches()) {
      return Optional.empty();
    }
    boolean many = said.group(NOUN).endsWith("s");
    String time = time(said);
    long seconds = time.isEmpty() ? DAY : seconds(time);
    boolean named = time.isEmpty() ? many : !said.group(NOUN).isEmpty() || seconds == DAY;
    Parameter<BigDecimal> rate =
        seconds < DAY ? LoadParameters.REQUESTS_PER_SECOND : LoadParameters.REQUESTS_PER_DAY;
    return Optional.of(rate).filter(any -> named);
  }

  /** What a unit is worth in tokens: a number of them, or the size of a text. */
  static Optional<Factor> tokens(String unit) {
    Matcher size = BYTES.matcher(unit);
    if (size.matches()) {
      return Optional.of(new Factor(many(size.group(1)), BYTES_PER_TOKEN));
    }
    Matcher said = TOKENS.matcher(unit);
    return said.matches() && time(said).isEmpty()
        ? Optional.of(new Factor(many(said.group(1)), BigDecimal.ONE))
        : Optional.empty();
  }

  private static Optional<Factor> over(Matcher said, long seconds) {
    if (!said.matches()) {
      return Optional.empty();
    }
    BigDecimal many = many(said.group(1));
    String time = time(said);
    long over = time.isEmpty() ? seconds : seconds(time);
    return Optional.of(
        over == seconds
            ? new Factor(many, BigDecimal.ONE)
            : new Factor(many.multiply(BigDecimal.valueOf(seconds)), BigDecimal.valueOf(over)));
  }

  /** Empty where none is said. */
  private static String time(Matcher said) {
    String last = said.group(said.groupCount());
    String before = said.group(said.groupCount() - 1);
    return last != null ? last : said.groupCount() > 2 && before != null ? before : "";
  }

  private static long seconds(String time) {
    return switch (time.substring(0, Math.min(2, time.length()))) {
      case "m", "mi", "mn" -> MINUTE;
      case "h", "hr", "ho", "he" -> HOUR;
      case "d", "da", "j", "jo" -> DAY;
      case "w", "we" -> WEEK;
      case "mo" -> MONTH;
      case "y", "yr", "ye", "an" -> YEAR;
      default -> time.startsWith("sem") ? WEEK : 1;
    };
  }

  private static BigDecimal many(String word) {
    int zeros =
        switch (word) {
          case "" -> 0;
          case "k", "thousand", "mille" -> 3;
          case "m", "mn", "million", "millions" -> 6;
          default -> 9;
        };
    return BigDecimal.ONE.movePointRight(zeros);
  }
}
