package dev.gpuadvisor.slack.line;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in a line, and what it becomes; patterns are compiled with the image. */
final class Change {

  private Change() {}

  static UnaryOperator<String> exactly(String regex, String replacement) {
    Pattern pattern = Pattern.compile(regex);
    return text -> pattern.matcher(text).replaceAll(replacement);
  }

  static UnaryOperator<String> change(String regex, String replacement) {
    Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    return text -> pattern.matcher(text).replaceAll(replacement);
  }

  /**
   * @param replacement is taken as it stands, dollars and backslashes too: people type them
   */
  static UnaryOperator<String> change(String regex, Function<MatchResult, String> replacement) {
    Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    Function<MatchResult, String> asItStands = replacement.andThen(Matcher::quoteReplacement);
    return text -> pattern.matcher(text).replaceAll(asItStands);
  }

  /** All of them, one after the other. */
  static String all(List<UnaryOperator<String>> changes, String line) {
    String text = line;
    for (UnaryOperator<String> change : changes) {
      text = change.apply(text);
    }
    return text;
  }
}
