package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;

import dev.gpuadvisor.lexicon.MixtureWords;
import dev.gpuadvisor.lexicon.NumberWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A typed line taken apart: blanks of every kind divide it, quotes and full stops around a word do
 * not count, and what belongs together is brought together ({@code ctx = 32k}, {@code 8 bit}).
 */
final class Tokenizer {

  /** {@code model=qwen3-8b}, {@code lang=fr}: the value says it alone. */
  private static final UnaryOperator<String> NAMES =
      change(
          "(?<![^ ])(?:model|modele|modèle|(?:lang|langue|language)(?==(?:"
              + String.join("|", Sayings.LANGUAGES.keySet())
              + ")(?![^ ])))=",
          "");

  /** What is written otherwise here, one after the other. */
  private static final List<UnaryOperator<String>> CHANGES =
      Stream.of(
              PastedText.CHANGES,
              List.of(Shorthand.WRITTEN_OUT, MixtureWords::written),
              Asides.CHANGES,
              NumberWording.CHANGES,
              List.of(NAMES))
          .flatMap(List::stream)
          .toList();

  private static final Pattern COMMA_OF_NUMBER = Pattern.compile("(?<=[0-9]),(?=[0-9]-)");

  /** {@code 1,20}, {@code $1,500}, {@code 100,000}; two cards are longer. */
  private static final Pattern NUMBER =
      Pattern.compile("[$€£]?[0-9]{1,3}(?:,[0-9]{1,3})+[.;:?!]?(?:[$€£]?(?:/[a-z]+)?),?");

  /** {@code ~15}, {@code 100+}. */
  private static final Pattern MORE_OR_LESS =
      Pattern.compile("^[~≈](?=[$€£0-9])|(?<=^[0-9]{1,6})\\+$");

  /** Between clauses, or before an answer that is asked for: {@code how much $}. */
  private static final Set<String> SIGNS = Sayings.words("- – — • | ~ ...");

  private static final String OF_NO_MEANING = "\"'`*.,;:!()[]{}“”‘’«»…";

  private Tokenizer() {}

  static List<String> of(String line) {
    String text = blanksAlike(withoutEntities(line)).replace('’', '\'');
    List<String> raw = new ArrayList<>(List.of(Change.all(CHANGES, text).strip().split(" +")));
    NumberWords.inDigits(raw);
    text = Change.all(MoneyWording.CHANGES, String.join(" ", raw));
    return new ArrayList<>(
        Arrays.stream(text.split(" "))
            .flatMap(Tokenizer::apart)
            .map(Tokenizer::bare)
            .filter(
                word -> !word.isEmpty() && !SIGNS.contains(word.replaceFirst("(?<=.)\\?+$", "")))
            .toList());
  }

  /** {@code 8bit,4bit} are two words; in a value, a comma may be part of a number. */
  private static Stream<String> apart(String word) {
    boolean isValue = word.indexOf('=') >= 0 || word.indexOf('@') >= 0;
    boolean isName = !word.isEmpty() && Character.isLetter(word.charAt(0)); // qwen2,5
    String whole = isName ? COMMA_OF_NUMBER.matcher(word).replaceAll(".") : word;
    return isValue || NUMBER.matcher(word).matches()
        ? Stream.of(word)
        : Arrays.stream(whole.split(","));
  }

  /** Slack writes the three characters that are special to it as entities. */
  private static String withoutEntities(String line) {
    return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** What cannot be seen goes: marks of direction, joiners, halves of characters. */
  private static String blanksAlike(String line) {
    StringBuilder text = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                text.append(' ');
              } else if (type != Character.FORMAT
                  && type != Character.CONTROL
                  && type != Character.SURROGATE) {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }

  private static String bare(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && OF_NO_MEANING.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && OF_NO_MEANING.indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    String bare = word.substring(from, to);
    return MORE_OR_LESS.matcher(bare).replaceAll("");
  }
}
