package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
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

  /**
   * A time that somebody gives.
   *
   * @param names what it is of, before it or behind
   */
  private record Timed(String setting, List<String> names) {}

  private static final List<Timed> TIMES =
      List.of(
          new Timed(
              TTFT,
              List.of(
                  "time to first token",
                  "first token latency",
                  "first token",
                  "ttft",
                  "délai du premier token",
                  "premier token",
                  "premier jeton")),
          new Timed(
              "idle=", List.of("idle timeout", "idle", "of idle", "d'inactivité", "inactivité")),
          new Timed(
              "startup=",
              List.of(
                  "cold starts",
                  "cold start time",
                  "cold start",
                  "startup time",
                  "to start",
                  "démarrages à froid",
                  "démarrage à froid")),
          new Timed(
              "tpot=",
              List.of(
                  "itl",
                  "tpot",
                  "inter-token latency",
                  "inter token latency",
                  "time per token",
                  "per token",
                  "/token",
                  "/tok",
                  "each token",
                  "a token",
                  "par token",
                  "par jeton")),
          new Timed(
              "seconds_per_request=",
              List.of(
                  "each",
                  "per request",
                  "a request",
                  "each request",
                  "per call",
                  "chacune",
                  "par requête",
                  "la requête")));

  private static final Set<String> TO = Set.of("to", "for", "the", "pour", "le", "of", "de", "du");
  private static final List<String> CACHED =
      List.of(
          "prefix cache hit rate",
          "prefix cache hits",
          "prefix cache hit",
          "prefix hit rate",
          "prefix hits",
          "prefix caching",
          "prefix cache",
          "cache hit rate",
          "cache hits",
          "cache hit",
          "cached prompts",
          "cached",
          "of prompts cached",
          "shared prefix",
          "en cache");
  private static final List<String> PEAK =
      List.of("peak factor", "peak", "peaks", "facteur de pointe", "pointe", "pic");
  private static final Set<String> BETWEEN =
      Set.of(
          "under", "below", "within", "in", "of", "is", "max", "<", "<=", "≤", "at", "most", "less",
          "than", "after", "factor", "sous", "en", "de", "moins", "à");
  private static final List<String> AT_ONCE =
      List.of(
          "at once",
          "at a time",
          "at the same time",
          "in parallel",
          "simultaneously",
          "à la fois",
          "en parallèle",
          "concurrently");

  Optional<Written> written(List<String> words) {
    return settings.parameters().contains(LoadParameters.PEAK_FACTOR)
        ? timed(words)
            .or(() -> cached(words))
            .or(() -> peak(words))
            .or(() -> new ApiPrices(settings).written(words))
            .or(() -> atOnce(words))
        : Optional.empty();
  }

  /** {@code time to first token below 500 ms}, {@code 4 seconds each}, {@code <200ms ttft}. */
  private Optional<Written> timed(List<String> words) {
    for (Timed timed : TIMES) {
      int named = lengthOf(timed.names(), words, 0);
      int time = named == 0 ? 0 : behind(words, named, BETWEEN);
      int length = named == 0 ? 0 : duration(words, time);
      if (length > 0) {
        return Written.of(time + length, timed.setting() + value(words, time, length));
      }
      if (named > 0 && timed.setting().equals(TTFT)) {
        return Written.of(named); // asked for, and answered anyway
      }
    }
    int time = behind(words, 0, BETWEEN);
    int length = duration(words, time);
    int name = length == 0 ? 0 : behind(words, time + length, TO);
    for (Timed timed : length == 0 ? List.<Timed>of() : TIMES) {
      int named = lengthOf(timed.names(), words, name);
      if (named > 0) {
        return Written.of(name + named, timed.setting() + value(words, time, length));
      }
    }
    return Optional.empty();
  }

  /** {@code prefix caching 70%}, {@code 70% cache hit rate}. */
  private static Optional<Written> cached(List<String> words) {
    int named = lengthOf(CACHED, words, 0);
    int share = named == 0 ? 0 : behind(words, named, BETWEEN);
    if (named > 0 && at(words, share).matches("[0-9.]+%")) {
      return Written.of(share + 1, "cached=" + at(words, share));
    }
    int behind = at(words, 0).matches("[0-9.]+%") ? lengthOf(CACHED, words, 1) : 0;
    return behind > 0 ? Written.of(1 + behind, "cached=" + at(words, 0)) : Optional.empty();
  }

  /** {@code peak factor of 3}, {@code 3x peak}. */
  private Optional<Written> peak(List<String> words) {
    int named = lengthOf(PEAK, words, 0);
    int number = named == 0 ? 0 : behind(words, named, BETWEEN);
    if (named > 0 && isFactor(at(words, number))) {
      return Written.of(number + 1, "peak=" + at(words, number));
    }
    int behind = lengthOf(PEAK, words, 1);
    return at(words, 0).endsWith("x") && isFactor(at(words, 0)) && behind > 0
        ? Written.of(1 + behind, "peak=" + at(words, 0))
        : Optional.empty();
  }

  private boolean isFactor(String word) {
    return startsWithDigit(word) && settings.reads(LoadParameters.PEAK_FACTOR, word);
  }

  /** {@code 16 requests at once}: of users, not of a day. */
  private Optional<Written> atOnce(List<String> words) {
    boolean requests = at(words, 1).startsWith("req") && startsWithDigit(at(words, 0));
    int length = requests ? lengthOf(AT_ONCE, words, 2) : 0;
    return length > 0 ? Written.of(2 + length, "users=" + at(words, 0)) : Optional.empty();
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

  /** The words of the first of some phrases that stands there. */
  private static int lengthOf(List<String> phrases, List<String> words, int start) {
    for (String phrase : phrases) {
      int length = phrase.split(" ").length;
      boolean there = start + length <= words.size();
      if (there
          && PhraseWords.lower(String.join(" ", words.subList(start, start + length)))
              .equals(phrase)) {
        return length;
      }
    }
    return 0;
  }
}
