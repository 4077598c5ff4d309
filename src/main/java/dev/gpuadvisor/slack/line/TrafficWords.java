package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes what people say of their traffic out of a line: {@code 8 rps}, {@code 5000 requests/day},
 * {@code 1024/256} for tokens of the prompt and of the answer, {@code 60ms} for a token.
 */
record TrafficWords(Settings settings, Arguments arguments) {

  private static final int MOST_WORDS = 4;
  private static final int MOST_WORDS_OF_RATE = 7;

  private static final List<String> OFTEN =
      List.of(
          "day", "/d", "daily", "jour", "/j", "week", "semaine", "/mo", "month", "monthly", "mois",
          "/h", "hour", "heure");

  void take(List<String> words) {
    for (int at = 0; at < words.size(); ) {
      int length = Math.max(lengthOfRate(words, at), lengthOfTime(words, at));
      if (length > 0) {
        words.subList(at, at + length).clear();
      } else if (isLengths(words.get(at))) {
        words.remove(at);
      } else {
        at++;
      }
    }
  }

  private int lengthOfRate(List<String> words, int at) {
    int most = Math.min(MOST_WORDS_OF_RATE, words.size() - at);
    for (int length = isNumber(words, at) ? most : 0; length > 0; length--) {
      String text = String.join(" ", words.subList(at, at + length));
      Optional<Parameter<BigDecimal>> rate =
          NumberType.rateOf(text)
              .filter(settings.parameters()::contains)
              .filter(each -> settings.reads(each, text));
      if (rate.isPresent()) {
        arguments.add(rate.get().name(), text);
        return length;
      }
    }
    return lengthOfTokens(words, at);
  }

  private static boolean isNumber(List<String> words, int at) {
    return Character.isDigit(words.get(at).charAt(0));
  }

  /** {@code 1M tokens per day}: of all requests together. */
  private int lengthOfTokens(List<String> words, int at) {
    int most = Math.min(MOST_WORDS_OF_RATE, words.size() - at);
    for (int length = most; length > 0; length--) {
      String text = String.join(" ", words.subList(at, at + length)).toLowerCase(Locale.ROOT);
      boolean tokens = text.contains("tok") || text.contains("jeton");
      if (tokens && OFTEN.stream().anyMatch(text::endsWith)) {
        return length(words, at, length, LoadParameters.TOKENS_PER_DAY, OFTEN);
      }
    }
    return 0;
  }

  private int lengthOfTime(List<String> words, int at) {
    return length(words, at, LoadParameters.MAX_SECONDS_PER_TOKEN, List.of("ms"));
  }

  /** How many words are a value of the parameter with one of the units: then it is taken. */
  private int length(List<String> words, int at, Parameter<?> parameter, List<String> units) {
    return length(words, at, Math.min(MOST_WORDS, words.size() - at), parameter, units);
  }

  private int length(
      List<String> words, int at, int most, Parameter<?> parameter, List<String> units) {
    if (!isNumber(words, at) || !settings.parameters().contains(parameter)) {
      return 0;
    }
    for (int length = most; length > 0; length--) {
      String text = String.join(" ", words.subList(at, at + length));
      String bare = text.replace(" ", "").toLowerCase(Locale.ROOT);
      if (units.stream().anyMatch(bare::endsWith) && settings.reads(parameter, text)) {
        arguments.add(parameter.name(), text);
        return length;
      }
    }
    return 0;
  }

  private boolean isLengths(String word) {
    int slash = word.indexOf('/');
    if (slash <= 0 || !settings.parameters().contains(LoadParameters.INPUT_TOKENS)) {
      return false;
    }
    String input = word.substring(0, slash);
    String output = word.substring(slash + 1);
    boolean numbers =
        settings.reads(LoadParameters.INPUT_TOKENS, input)
            && settings.reads(Parameters.OUTPUT_TOKENS, output);
    if (numbers) {
      arguments.add(LoadParameters.INPUT_TOKENS.name(), input);
      arguments.add(Parameters.OUTPUT_TOKENS.name(), output);
    }
    return numbers;
  }
}
