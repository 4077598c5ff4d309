package dev.gpuadvisor.slack.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rate at its peak beside the average: {@code 10 QPS peak, 2 average}. */
final class RateLevels {

  private static final String HIGH =
      "(?:peak\\w*|pics?|pointes?|bursts?|bursting|spikes?|spiking|max)";
  private static final String USUAL =
      "(?:average\\w*|avg|mean|moyenne|typical\\w*|usual\\w*|normal\\w*|steady|baseline|base"
          + "|otherwise|sustained|habituellement|sinon)";
  private static final String OF =
      "(?: (?:of|at|to|is|are|de|à|jusqu'à|around|about|load|rate|traffic|hits?|up))";
  private static final String RATE =
      "([0-9]+(?:\\.[0-9]+)?k?)(?: ?((?:[rq]p[smh]|req(?:uest|uête)?s? ?(?:/|per |par |a )"
          + "(?:s|sec|seconde?|min|minute|h|hour|heure|day|jour)(?![a-z])"
          + "|quer(?:y|ies) ?(?:/|per )(?:s|sec|second)(?![a-z]))))";
  private static final String LASTING =
      "(?: (?:for|of|pendant) [0-9]+ ?(?:s|secs?|seconde?s?|mins?|minutes?)(?![a-z]))?";
  private static final String IN = "(?: (?:at|on|in|en|de|the|au|d'))* ";

  private static final Levels PEAK = Levels.of(HIGH);
  private static final Levels MEAN = Levels.of(USUAL);
  private static final Pattern LEVEL = pattern("(?:" + HIGH + "|" + USUAL + ")(?![^ ])");
  private static final Pattern PLAIN = pattern(RATE + "(?![^ ])");

  /** Said before the rate with a word between them, right before it, and behind it. */
  private record Levels(Pattern of, Pattern before, Pattern behind) {

    static Levels of(String words) {
      String rate = RATE + "?" + LASTING + "(?![^ ])";
      return new Levels(
          pattern(words + OF + "+ " + rate),
          pattern(words + " " + rate),
          pattern(RATE + "?" + IN + words + "(?! (?:factor|facteur|[0-9.]+x))(?![^ ])"));
    }

    Optional<MatchResult> in(String line, boolean before, Optional<MatchResult> besides) {
      return find(of, line, besides)
          .or(() -> find(before ? this.before : behind, line, besides))
          .or(() -> find(before ? behind : this.before, line, besides));
    }
  }

  private RateLevels() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile("(?<![^ ])" + regex, Pattern.CASE_INSENSITIVE);
  }

  private static Optional<MatchResult> find(
      Pattern pattern, String line, Optional<MatchResult> besides) {
    Matcher matcher = pattern.matcher(line);
    while (matcher.find()) {
      boolean apart =
          besides.isEmpty()
              || matcher.end() <= besides.get().start()
              || matcher.start() >= besides.get().end();
      if (apart) {
        return Optional.of(matcher.toMatchResult());
      }
    }
    return Optional.empty();
  }

  /** Writes the average, and how many times it the peak is. */
  static String rewrite(String line) {
    Optional<MatchResult> any = find(PLAIN, line, Optional.empty());
    if (any.isEmpty()) {
      return line;
    }
    String start = line.substring(0, any.get().start());
    boolean before = LEVEL.matcher(start).find();
    return both(line, before)
        .or(() -> both(line, !before)) // 12 rps peak 30
        .or(() -> PEAK.in(line, before, Optional.empty()).flatMap(peak -> atPeak(line, peak)))
        .orElse(line);
  }

  /** The peak and the average, of which one may have no word. */
  private static Optional<String> both(String line, boolean before) {
    Optional<MatchResult> peak = PEAK.in(line, before, Optional.empty());
    return peak.flatMap(high -> MEAN.in(line, before, peak).or(() -> find(PLAIN, line, peak)))
        .map(mean -> rewritten(line, peak.get(), mean));
  }

  /** Only what the peak is: there is no more than that at any time. */
  private static Optional<String> atPeak(String line, MatchResult peak) {
    String rate = peak.group(1) + " " + peak.group(2) + " peak=1";
    return peak.group(2) == null
        ? Optional.empty()
        : Optional.of(line.substring(0, peak.start()) + rate + line.substring(peak.end()));
  }

  private static String rewritten(String line, MatchResult peak, MatchResult mean) {
    String unit = mean.group(2) == null ? peak.group(2) : mean.group(2);
    boolean other = peak.group(2) != null && !peak.group(2).equalsIgnoreCase(unit);
    BigDecimal average = number(mean.group(1));
    if (unit == null || other || average.signum() == 0) {
      return line;
    }
    BigDecimal factor =
        number(peak.group(1))
            .divide(average, 2, RoundingMode.HALF_UP)
            .max(BigDecimal.ONE)
            .stripTrailingZeros();
    MatchResult first = peak.start() < mean.start() ? peak : mean;
    MatchResult second = first == peak ? mean : peak;
    return line.substring(0, first.start())
        + mean.group(1)
        + " "
        + unit
        + " peak="
        + factor.toPlainString()
        + line.substring(first.end(), second.start())
        + line.substring(second.end());
  }

  private static BigDecimal number(String text) {
    boolean thousands = text.endsWith("k");
    BigDecimal number = new BigDecimal(thousands ? text.substring(0, text.length() - 1) : text);
    return thousands ? number.movePointRight(3) : number;
  }
}
