package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.sizing.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens that go in and out over some time, as bills of APIs list them: {@code 300M input + 100M
 * output per month}. Requests are then as long as usual, and their answers in proportion.
 */
record TokenTraffic(Settings settings) {

  private static final int MOST_WORDS = 12;
  private static final String NUMBER = "([0-9]+(?:[.,][0-9]+)?) ?(k|m|b|millions?|billions?)?";
  private static final String TOKENS = "(?: (?:tokens?|tok|jetons))?";
  private static final Pattern SAID =
      Pattern.compile(
          (NUMBER + TOKENS + " (?:of |de |en )?(?:input|in|prompts?|entrée)" + TOKENS)
              + "(?: ?(?:\\+|and|et|plus|&|/|,))? "
              + (NUMBER
                  + TOKENS
                  + " (?:of |de |en )?(?:outputs?|out|completions?|generated|sortie)")
              + (TOKENS + " ?(?:(?:per|a|an|every|each|par) |/ ?)?")
              + "(day|month|week|hour|daily|monthly|weekly|jour|mois|semaine|d|mo)(?= |$)");

  /** {@code 150M tokens/mo input, 30M output}. */
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          (NUMBER
                  + TOKENS
                  + " ?(?:(?:per|an?|par) |/ ?)(day|month|week|hour|jour|mois|semaine|d|mo) ?")
              + "(?:of |de |en )?(?:input|in|prompts?|entrée)(?: ?(?:\\+|and|et|plus|&|/|,))? "
              + (NUMBER
                  + TOKENS
                  + " (?:of |de |en )?(?:outputs?|out|completions?|generated|sortie)(?= |$)"));

  private static final Pattern TOKENS_PER_MINUTE =
      Pattern.compile("([0-9.,]+[km]?)(?:tpm|(?:tokens?|toks?|jetons?)(?:/|per|a|par)min(?:ute)?)");

  private static String time(String said) {
    return said.equals("daily") ? "day" : said.replaceFirst("ly$", "");
  }

  /** What the words start with, as settings. */
  Optional<Written> written(List<String> words) {
    if (!Character.isDigit(words.get(0).charAt(0))
        || !settings.parameters().contains(LoadParameters.TOKENS_PER_DAY)) {
      return Optional.empty();
    }
    String text = String.join(" ", words.subList(0, Math.min(MOST_WORDS, words.size())));
    Matcher said = SAID.matcher(text.toLowerCase(Locale.ROOT));
    boolean behind = said.lookingAt();
    if (!behind && !said.usePattern(TIME_FIRST).reset().lookingAt()) {
      return tokensPerMinute(words);
    }
    int answers = behind ? 3 : 4;
    BigDecimal input = tokens(said.group(1), said.group(2));
    BigDecimal output = tokens(said.group(answers), said.group(answers + 1));
    double answer = Tokens.USUAL_INPUT * output.doubleValue() / Math.max(1, input.doubleValue());
    long longest = Math.min(Tokens.MAX_CONTEXT / 2, Math.max(1, Math.round(answer)));
    int length = (int) said.group().chars().filter(c -> c == ' ').count() + 1;
    return Written.of(
        length,
        "tokens_per_day="
            + input.add(output).toPlainString()
            + "/"
            + time(said.group(behind ? 5 : 3)),
        "input_tokens=" + Tokens.USUAL_INPUT,
        "output_tokens=" + longest);
  }

  private static BigDecimal tokens(String number, String unit) {
    int zeros =
        switch (unit == null ? ' ' : unit.charAt(0)) {
          case 'k' -> 3;
          case 'm' -> 6;
          case 'b' -> 9;
          default -> 0;
        };
    return new BigDecimal(number.replace(',', '.')).movePointRight(zeros);
  }

  /** {@code 200k tpm}, {@code 5000 tokens per minute}. */
  private static Optional<Written> tokensPerMinute(List<String> words) {
    for (int length = Math.min(4, words.size()); length > 0; length--) {
      Matcher said =
          TOKENS_PER_MINUTE.matcher(
              String.join("", words.subList(0, length)).toLowerCase(Locale.ROOT));
      if (said.matches()) {
        return Written.of(length, "tokens_per_day=" + said.group(1) + "tokens/min");
      }
    }
    return Optional.empty();
  }
}
