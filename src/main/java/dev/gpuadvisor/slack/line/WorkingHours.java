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
              + "|(?:weekdays|businessdays|workingdays|workdays|joursouvrés|joursouvrables|joursdesemaine|lasemaine|5/7|5j/7|ensemaine|(?:from|du|le)?(?:monday|mon|lundi)(?:to|-|–|through|thru|au|à)(?:friday|fri|vendredi)"
              + "|mon-fri)(?:only)?)");
  private static final String WEEKDAYS = "5";
  private static final Set<String> WEEK =
      Set.of("/w", "/week", "perweek", "aweek", "parsemaine", "/semaine");
  private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);

  /** {@code 9 to 5}, {@code 8h-18h}, {@code 9am-6pm}; what it is without a unit, its days say. */
  private static final Pattern FROM_TO =
      Pattern.compile(
          "(weekdays|workdays|mon(?:day)?(?:to|-)fri(?:day)?|lun(?:di)?(?:au|-)ven(?:dredi)?)?(?:from|de)?([0-9]{1,2})(h|am|:00|h00)?(?:-|to|à|until)([0-9]{1,2})(h|pm|:00|h00)?"
              + "(?:,|on|en)?(weekdays|businessdays|workdays|semaine|joursouvrés|mon-fri|)"
              + "(?:everyday|eachday|daily|aday|chaquejour|touslesjours|7j/7|7/7)?");

  static Optional<WorkingHours> of(List<String> words) {
    return everyDay(words).or(() -> fromTo(words));
  }

  private static Optional<WorkingHours> fromTo(List<String> words) {
    for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
      Matcher said =
          FROM_TO.matcher(String.join("", words.subList(0, length)).toLowerCase(Locale.ROOT));
      boolean days = said.matches() && !(said.group(6).isEmpty() && said.group(1) == null);
      if (said.matches() && (days || said.group(5) != null)) {
        int from = Integer.parseInt(said.group(2));
        int to = Integer.parseInt(said.group(4));
        int hours = to > from && !"pm".equals(said.group(5)) ? to - from : to + 12 - from;
        BigDecimal week = BigDecimal.valueOf((long) hours * (days ? 5 : 7));
        return Optional.of(
            new WorkingHours(
                length,
                week.multiply(Usage.HOURS_OF_A_MONTH)
                    .divide(HOURS_OF_A_WEEK, DECIMALS, RoundingMode.HALF_UP)));
      }
    }
    return Optional.empty();
  }

  private static Optional<WorkingHours> everyDay(List<String> words) {
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
        return Optional.of(new WorkingHours(length, month));
      }
    }
    return Optional.empty();
  }
}
