package dev.gpuadvisor.parameter;

import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.Dimension.Factor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people write many tokens or requests over some time: {@code 300M/month}, {@code 1 million per
 * day}, {@code 10k requests a day}.
 */
final class TrafficUnits {

  private static final Pattern TOKENS = of("tokens?|tok|jetons");
  private static final Pattern REQUESTS =
      of("requests?|reqs?|requêtes?|calls?|queries|messages|prompts|appels?|chats");

  private static Pattern of(String nouns) {
    return Pattern.compile(
        "(k|m|millions?|b|bn|billion|milliards?|)(?:de)?(?:"
            + nouns
            + ")?"
            + "(?:(?:/|per|a|an|par)?(d|day|daily|jour|j|mo|month|monthly|mois|week|weekly"
            + "|semaine|h|hour|heure)|)");
  }

  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
  private static final BigDecimal DAYS_OF_A_WEEK = BigDecimal.valueOf(7);

  private TrafficUnits() {}

  /** What a unit is worth in tokens of a day; empty where it is none of this. */
  static Optional<Factor> ofTokens(String unit) {
    return factor(TOKENS, unit);
  }

  /** The same of requests. */
  static Optional<Factor> ofRequests(String unit) {
    return factor(REQUESTS, unit);
  }

  private static Optional<Factor> factor(Pattern units, String unit) {
    Matcher said = units.matcher(unit);
    if (!said.matches()) {
      return Optional.empty();
    }
    BigDecimal many = many(said.group(1));
    String time = said.group(2) == null ? "d" : said.group(2);
    return Optional.of(
        switch (time.substring(0, Math.min(2, time.length()))) {
          case "mo" -> new Factor(many.multiply(HOURS_OF_A_DAY), Usage.HOURS_OF_A_MONTH);
          case "we", "se" -> new Factor(many, DAYS_OF_A_WEEK);
          case "h", "ho", "he" -> new Factor(many.multiply(HOURS_OF_A_DAY), BigDecimal.ONE);
          default -> new Factor(many, BigDecimal.ONE);
        });
  }

  private static BigDecimal many(String word) {
    boolean thousand = word.equals("k");
    boolean billion = List.of("b", "bn", "billion", "milliard", "milliards").contains(word);
    int zeros = word.isEmpty() ? 0 : thousand ? 3 : billion ? 9 : 6;
    return BigDecimal.ONE.movePointRight(zeros);
  }
}
