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
  private static final String NAMES =
      "(mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)(?:s|nes|rs|ur)?(?:day|di|credi|dredi|edi|anche)?s?";

  private static final String FROM_DAY_TO_DAY =
      NAMES + "(?:to|-|–|through|thru|until|au|à)" + NAMES;
  private static final Pattern FROM_DAY = Pattern.compile("(?:from|du|le)?" + FROM_DAY_TO_DAY);

  /** Days of a week, in words or from one to another. */
  private static final String DAYS =
      "(?<days>weekdays|(?:the|les)?week-?ends?|businessdays|workingdays|workdays|joursouvrés|joursouvrables|joursdesemaine"
          + "|(?:en|la)?semaine|5/7|5j/7|everyday|eachday|daily|aday|chaquejour|touslesjours|7j/7|7/7"
          + "|7jours/7|(?:from|du|le)?"
          + FROM_DAY_TO_DAY
          + ")";

  private static final List<String> WEEK_OF_DAYS =
      List.of("montuewedthufrisatsun", "lunmarmerjeuvensamdim");
  private static final int WHOLE_WEEK = 7;
  private static final int WORKING_WEEK = 5;
  private static final int WEEKEND = 2;

  private static final String HOURS = "(?<hours>[0-9]{1,2}(?:[.,]5)?)(?:h|hrs?|hours?|heures?)";
  private static final String PER_DAY =
      "(?:/d|/day|/j|/jour|perday|aday|eachday|everyday|parjour|chaquejour)";
  private static final String EACH_DAY = HOURS + PER_DAY;
  private static final List<Pattern> SAID =
      List.of(
          Pattern.compile(
              EACH_DAY
                  + "(?:,|on|en)?(?<many>[0-9]{1,2})(?:d|days?|jours?|j)"
                  + "(?<per>/w|/week|perweek|aweek|parsemaine|/semaine|/mo|/month|permonth|amonth"
                  + "|parmois|/mois)"),
          Pattern.compile(
              "(?<many>[0-9]{1,2})(?:days?|jours?|j)(?<per>/w|/week|perweek|aweek|parsemaine|/semaine"
                  + "|/mo|/month|permonth|amonth|parmois|/mois),?(?:at|for|x|,|pendant|à)?"
                  + HOURS
                  + ("(?:" + PER_DAY + ")?")),
          Pattern.compile(EACH_DAY + "(?:,|on|en)?" + DAYS + "(?:only)?"),
          Pattern.compile(
              HOURS
                  + "(?:/|per|a|each|every|par|chaque)(?<days>weekday|workday|workingday|businessday"
                  + "|jourouvré|jourouvrable|jourdesemaine)"),
          Pattern.compile(DAYS + ",?" + EACH_DAY));
  private static final Set<String> WEEK =
      Sayings.words("/w /week perweek aweek parsemaine /semaine");
  private static final BigDecimal HOURS_OF_A_WEEK = BigDecimal.valueOf(168);

  private static final String CLOCK =
      "(?:from|de)?(?<from>[0-9]{1,2})(?<sign>h|am|:00|h00)?(?:-|–|to|à|until)"
          + "(?<to>[0-9]{1,2})(?<unit>h|am|pm|:00|h00)?";

  /** {@code 9 to 5}, {@code 8h-18h}, {@code 9am-6pm}; what it is without a unit, its days say. */
  private static final List<Pattern> FROM_TO =
      List.of(
          Pattern.compile(CLOCK + "(?:,|on|en)?(?:" + DAYS + ")?"),
          Pattern.compile(DAYS + "(?:,|:|from)?" + CLOCK));

  /** {@code for a week}, {@code pendant 3 jours}: once, and not of each day. */
  private static final Pattern ONCE =
      Pattern.compile(
          "(?:for|pendant|durant)(?:an?|one|une?|thenext|thewhole|les?prochaine?s?)?(?:only|whole|full)?"
              + "(?<many>[0-9]{1,3})?(?:full|more)?"
              + "(?<unit>hour|day|week-?end|week|heure|jour|semaine)s?(?:only|total|entière)?");

  private static final Pattern EACH = Pattern.compile("/.*|an?|per|each|every|par|of|de");

  static Optional<WorkingHours> of(List<String> words) {
    return everyDay(words).or(() -> fromTo(words)).or(() -> once(words));
  }

  private static Optional<WorkingHours> once(List<String> words) {
    for (int length = Math.min(LONGEST, words.size()); length > 1; length--) {
      String text = String.join("", words.subList(0, length)).toLowerCase(Locale.ROOT);
      Matcher said = ONCE.matcher(text);
      if (said.matches()
          && !EACH.matcher(PhraseWords.at(words, length)).matches()
          && !PhraseWords.at(words, length + 1).matches("week.*|[a-z]+days?")) {
        int hours =
            switch (said.group("unit")) {
              case "hour", "heure" -> 1;
              case "day", "jour" -> 24;
              case "week", "semaine" -> 24 * WHOLE_WEEK;
              default -> 48;
            };
        int many = said.group("many") == null ? 1 : Integer.parseInt(said.group("many"));
        int all = Math.min(many * hours, Usage.HOURS_OF_A_MONTH.intValue());
        return Optional.of(new WorkingHours(length, BigDecimal.valueOf(all)));
      }
    }
    return Optional.empty();
  }

  private static Optional<WorkingHours> fromTo(List<String> words) {
    for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
      String text = String.join("", words.subList(0, length)).toLowerCase(Locale.ROOT);
      for (Pattern pattern : FROM_TO) {
        Matcher said = pattern.matcher(text);
        if (!said.matches()) {
          continue;
        }
        int from = Integer.parseInt(said.group("from"));
        int to = Integer.parseInt(said.group("to"));
        boolean office = isOfOffice(said, from, to);
        if (office || said.group("days") != null || said.group("unit") != null) {
          int hours = to > from && !"pm".equals(said.group("unit")) ? to - from : to + 12 - from;
          return Optional.of(
              new WorkingHours(
                  length,
                  ofWeek(BigDecimal.valueOf((long) hours * (office ? WORKING_WEEK : days(said))))));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code 9-5}: from the morning to a smaller number, as nothing else is counted. */
  private static boolean isOfOffice(Matcher said, int from, int to) {
    boolean bare =
        said.group("days") == null && said.group("unit") == null && said.group("sign") == null;
    return bare && from >= 7 && from <= 10 && to >= 4 && to < Math.min(from, 8);
  }

  /** How many of a week; all where nobody says. */
  private static int days(Matcher said) {
    String days = said.group("days");
    if (days == null || days.matches("every.*|each.*|daily|aday|chaque.*|tous.*|7.*")) {
      return WHOLE_WEEK;
    }
    if (days.matches(".*week-?ends?")) {
      return WEEKEND;
    }
    Matcher names = FROM_DAY.matcher(days);
    if (!names.matches()) {
      return WORKING_WEEK;
    }
    for (String week : WEEK_OF_DAYS) {
      int from = week.indexOf(names.group(1));
      int to = week.indexOf(names.group(2));
      if (from >= 0 && to >= 0) {
        return Math.floorMod((to - from) / names.group(1).length(), WHOLE_WEEK) + 1;
      }
    }
    return WORKING_WEEK;
  }

  private static BigDecimal ofWeek(BigDecimal hours) {
    return hours
        .multiply(Usage.HOURS_OF_A_MONTH)
        .divide(HOURS_OF_A_WEEK, DECIMALS, RoundingMode.HALF_UP);
  }

  private static Optional<WorkingHours> everyDay(List<String> words) {
    for (int length = Math.min(LONGEST, words.size()); length > 1; length--) {
      String text = String.join("", words.subList(0, length)).toLowerCase(Locale.ROOT);
      for (Pattern pattern : SAID) {
        Matcher said = pattern.matcher(text);
        if (said.matches()) {
          boolean counted = SAID.indexOf(pattern) < 2;
          BigDecimal hours =
              new BigDecimal(said.group("hours").replace(',', '.'))
                  .multiply(
                      counted
                          ? new BigDecimal(said.group("many"))
                          : BigDecimal.valueOf(days(said)));
          boolean month = counted && !WEEK.contains(said.group("per"));
          return Optional.of(new WorkingHours(length, month ? hours : ofWeek(hours)));
        }
      }
    }
    return Optional.empty();
  }
}
