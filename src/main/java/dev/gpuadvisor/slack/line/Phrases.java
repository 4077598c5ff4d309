package dev.gpuadvisor.slack.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private final PhraseStep start;

  private Phrases(Stream<String> lines) {
    PhraseStep.Draft phrases = new PhraseStep.Draft();
    lines.forEach(
        line -> {
          int colon = line.indexOf(':');
          String meaning = line.substring(0, colon).strip();
          Arrays.stream(line.substring(colon + 1).split(","))
              .flatMap(Phrases::spelled)
              .forEach(phrase -> phrases.put(phrase, meaning));
        });
    start = phrases.finished();
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
    List<Written> said = new ArrayList<>();
    follow(start, words.subList(Math.min(from, words.size()), words.size()), 0, said);
    return said.stream().sorted(Comparator.comparingInt(Written::length).reversed());
  }

  /** All that are there. */
  Stream<String> phrases() {
    return start.rests();
  }

  /** What a phrase says; empty where it is none. */
  Optional<String> meaning(String phrase) {
    PhraseStep step = start;
    for (String word : phrase.split(" ")) {
      step = step == null ? null : step.then(word);
    }
    return Optional.ofNullable(step).map(PhraseStep::meaning);
  }

  /** How many words from there on are a phrase; 0 where none is. */
  int length(List<String> words, int from) {
    return at(words, from).findFirst().map(Written::length).orElse(0);
  }

  /** A number is looked for as it is written, then as any number. */
  private static void follow(PhraseStep step, List<String> words, int length, List<Written> said) {
    if (step == null) {
      return;
    }
    if (step.meaning() != null) {
      said.add(written(step.meaning(), words.subList(0, length)));
    }
    if (length < words.size()) {
      String word = PhraseWords.lower(words.get(length));
      follow(step.then(word), words, length + 1, said);
      String numbered = NUMBER.matcher(word).replaceAll("#");
      if (!numbered.equals(word)) {
        follow(step.then(numbered), words, length + 1, said);
      }
    }
  }

  private static Written written(String meaning, List<String> words) {
    String settings = meaning;
    Matcher number = NUMBER.matcher(PhraseWords.lower(String.join(" ", words)));
    while (settings.indexOf('#') >= 0 && number.find()) {
      settings = settings.replaceFirst("#", number.group());
    }
    return new Written(words.size(), settings.isEmpty() ? List.of() : List.of(settings.split(" ")));
  }
}
