package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.money.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of a day on some days: {@code 8 hours a day, 5 days a week}.
 *
 * @param length how many words say it
 * @param perMonth hours of a month of 730
 */
record WorkingHours(int length, BigDecimal perMonth) {

  private static final int LONGEST = 9;
  private static final int DECIMALS = 2;
  private static final String DAY = "(?:/d|/day|/j|/jour|perday|aday|parjour)";
  private static final Pattern SAID =
      Pattern.compile(
          "([0-9]{1,2}(?:[.,]5)?)(?:h|hrs?|hours?|heures?)"
              + DAY
              + "(?:,|on|en)?(?:([0-9]{1,2})(?:d|days?|jours?|j)"
              + "(/w|/week|perweek|aweek|parsemaine|/semaine|/mo|/month|permonth|amonth|parmois"
              + "|/mois)"
              + "|(?:weekdays|businessdays|workingdays|workdays|joursouvrés|ensemaine|monday(?:to|-)friday"
              + "|mon-fri)(?:only)?)");
  private static final String WEEKDAYS = "5";
  private static final Set<String> WEEK =
      Set.of("/w", "/week", "perweek", "aweek", "parsemaine", "/semaine");
  private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);

  static Optional<WorkingHours> of(List<String> words) {
    for (int length = Math.min(LONGEST, words.size()); length > 1; length--) {
      String text = String.join("", words.subList(0, length)).toLowerCase(Locale.ROOT);
      Matcher said = SAID.matcher(text);
      if (said.matches()) {
        BigDecimal hours =
            new BigDecimal(said.group(1).replace(',', '.'))
                .multiply(new BigDecimal(said.group(2) == null ? WEEKDAYS : said.group(2)));
        BigDecimal month =
            said.group(2) == null || WEEK.contains(said.group(3))
                ? hours
                    .multiply(Usage.HOURS_OF_A_MONTH)
                    .divide(HOURS_OF_A_WEEK, DECIMALS, RoundingMode.HALF_UP)
                : hours;
        return Optional.of(new WorkingHours(length, month.stripTrailingZeros()));
      }
    }
    return Optional.empty();
  }
}
