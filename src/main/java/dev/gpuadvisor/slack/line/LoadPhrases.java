package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people say of a load besides its rate: {@code first token under 2s}, {@code peak factor of
 * 3}, {@code 4 seconds each}.
 */
record LoadPhrases(Settings settings) {

  private static final String TTFT = "ttft=";

  /** Times that somebody gives, by what they are of, before them or behind. */
  private static final Phrases TIMED =
      Phrases.of(
          """
          ttft=: time to first token, (latence|latency) (du |au |to |of |for )?(the )?(premier|first) token, first token( latency)?, ttft, (délai du )?premier token, premier jeton
          idle=: (of )?idle, idle timeout, (d')?inactivité
          startup=: cold start(s)?, cold start time, startup time, to start, démarrage(s)? à froid
          tpot=: itl, tpot, inter(-| )token latency, time per token, (per |/|each |a |par )token, /tok, par jeton
          seconds_per_request=: each, (per |a |each )request, per call, chacune, (par|la) requête
          """);

  private static final Set<String> TO = Sayings.words("to for the pour le of de du");
  private static final Set<String> BETWEEN =
      Sayings.words(
          "under below within in of is max < <= ≤ at most less than after factor sous en"
              + " de moins à");

  Optional<Written> written(List<String> words) {
    return settings.parameters().contains(LoadParameters.PEAK_FACTOR)
        ? timed(words).or(() -> new ApiPrices(settings).written(words))
        : Optional.empty();
  }

  /** {@code time to first token below 500 ms}, {@code 4 seconds each}, {@code <200ms ttft}. */
  private Optional<Written> timed(List<String> words) {
    Optional<Written> named = TIMED.at(words, 0).findFirst();
    int time = limit(words, named.map(Written::length).orElse(0));
    int length = duration(words, time);
    if (named.isPresent()) {
      String setting = named.get().settings().get(0);
      return length > 0
          ? Written.of(time + length, setting + value(words, time, length))
          : named
              .filter(said -> setting.equals(TTFT))
              .map(said -> new Written(said.length(), List.of())); // answered anyway
    }
    int name = behind(words, time + length, TO);
    return TIMED
        .at(words, length == 0 ? words.size() : name)
        .findFirst()
        .map(
            of ->
                new Written(
                    name + of.length(),
                    List.of(of.settings().get(0) + value(words, time, length))));
  }

  /** Where the words end that say that a time is the most: {@code no more than}. */
  private static int limit(List<String> words, int from) {
    int at = behind(words, from, BETWEEN);
    int length = Sayings.LIMITS.length(words, at);
    return length == 0 ? at : limit(words, at + length);
  }

  /** How many words are a time with its unit. */
  private int duration(List<String> words, int start) {
    Parameter<?> seconds = LoadParameters.SECONDS_PER_REQUEST;
    if (start >= words.size()) {
      return 0;
    }
    for (int length = Math.min(2, words.size() - start); length > 0; length--) {
      String text = value(words, start, length);
      boolean unit = Character.isLetter(text.charAt(text.length() - 1));
      if (startsWithDigit(text) && unit && settings.reads(seconds, text)) {
        return length;
      }
    }
    return 0;
  }

  private static String value(List<String> words, int start, int length) {
    return String.join("", words.subList(start, start + length)).replaceFirst("^[<≤]=?", "");
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }
}
