package dev.gpuadvisor.slack.line;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Phrases and what each of them says, written as a table with a meaning on each line:
 *
 * <pre>
 * market=on_demand: (no|not|without) spot, on(-| )demand
 * adapters=#: # (lora )?adapters
 * </pre>
 *
 * <p>What stands in brackets is one or the other, and with a question mark behind them may be
 * missing; {@code #} is a number. Nothing before the colon: the phrase says nothing here. Of two
 * that fit, the longer one counts.
 */
final class Phrases {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");

  private final Map<String, String> meant = new HashMap<>();
  private final Set<String> starts = new HashSet<>();
  private final int longest;

  private Phrases(Stream<String> lines) {
    lines.forEach(
        line -> {
          int colon = line.indexOf(':');
          Arrays.stream(line.substring(colon + 1).split(","))
              .flatMap(Phrases::spelled)
              .forEach(phrase -> put(phrase, line.substring(0, colon).strip()));
        });
    longest = meant.keySet().stream().mapToInt(phrase -> phrase.split(" ").length).max().orElse(0);
  }

  /**
   * @throws IllegalArgumentException where a phrase has two meanings
   */
  static Phrases of(String table) {
    return new Phrases(table.lines().filter(line -> !line.isBlank()));
  }

  /** Of one meaning only. */
  static Phrases like(String phrases) {
    return of(":" + phrases.replace('\n', ' '));
  }

  private void put(String phrase, String meaning) {
    String other = meant.put(phrase, meaning);
    if (other != null && !other.equals(meaning)) {
      throw new IllegalArgumentException(phrase + ": " + other + ", " + meaning);
    }
    starts.add(phrase.split(" ")[0]);
  }

  private static Stream<String> spelled(String phrase) {
    int open = phrase.lastIndexOf('(');
    if (open < 0) {
      return Stream.of(phrase.strip().replaceAll(" +", " "));
    }
    int close = phrase.indexOf(')', open);
    boolean optional = phrase.startsWith("?", close + 1);
    String[] each = phrase.substring(open + 1, close).split("\\|", -1);
    return (optional ? Stream.concat(Arrays.stream(each), Stream.of("")) : Arrays.stream(each))
        .map(one -> phrase.substring(0, open) + one + phrase.substring(close + (optional ? 2 : 1)))
        .flatMap(Phrases::spelled);
  }

  /** All that stand there, longest first. */
  Stream<Written> at(List<String> words, int from) {
    if (from >= words.size()) {
      return Stream.empty();
    }
    String first = PhraseWords.at(words, from);
    boolean known = starts.contains(first) || starts.contains(numbered(first));
    int most = known ? Math.min(longest, words.size() - from) : 0;
    return IntStream.range(0, most)
        .mapToObj(less -> said(words.subList(from, from + most - less)))
        .flatMap(Optional::stream);
  }

  /** All that are there. */
  Set<String> phrases() {
    return meant.keySet();
  }

  /** What a phrase says; empty where it is none. */
  Optional<String> meaning(String phrase) {
    return Optional.ofNullable(meant.get(phrase));
  }

  /** How many words from there on are a phrase; 0 where none is. */
  int length(List<String> words, int from) {
    return at(words, from).findFirst().map(Written::length).orElse(0);
  }

  private Optional<Written> said(List<String> words) {
    String text = PhraseWords.lower(String.join(" ", words));
    String meaning = meant.get(text);
    if (meaning == null) {
      meaning = meant.get(numbered(text));
      Matcher number = NUMBER.matcher(text);
      while (meaning != null && meaning.indexOf('#') >= 0 && number.find()) {
        meaning = meaning.replaceFirst("#", number.group());
      }
    }
    return Optional.ofNullable(meaning)
        .map(
            said ->
                new Written(words.size(), said.isEmpty() ? List.of() : List.of(said.split(" "))));
  }

  private static String numbered(String text) {
    return NUMBER.matcher(text).replaceAll("#");
  }
}
