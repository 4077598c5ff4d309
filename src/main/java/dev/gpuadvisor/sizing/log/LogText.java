package dev.gpuadvisor.sizing.log;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The lines of a log, whatever stands in front of them: times, levels, names of processes. Lines of
 * several processes may be mixed, and the last may be cut off in the middle of a number: it is left
 * out, or where it is the only one its end.
 */
public record LogText(List<String> lines) {

  private static final int LONGEST_NUMBER = 24;

  public LogText {
    lines = List.copyOf(lines);
  }

  public static LogText of(String text) {
    boolean isCut = !text.isEmpty() && !text.endsWith("\n") && !endsASentence(text.stripTrailing());
    List<String> lines = text.lines().toList();
    if (!isCut) {
      return new LogText(lines);
    }
    String last = lines.get(lines.size() - 1);
    String whole = last.substring(0, last.lastIndexOf(' ') + 1);
    return new LogText(lines.size() > 1 ? lines.subList(0, lines.size() - 1) : List.of(whole));
  }

  private static boolean endsASentence(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char last = text.charAt(text.length() - 1);
    return !Character.isDigit(last) && last != '.' && last != ',';
  }

  /** The number that follows a phrase, with or without thousands separators. */
  public static OptionalDouble number(String line, String phrase) {
    int at = line.indexOf(phrase);
    return at < 0 ? OptionalDouble.empty() : numberAt(line, at + phrase.length());
  }

  private static OptionalDouble numberAt(String line, int from) {
    int at = from;
    while (at < line.length() && " ='\":(".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    StringBuilder digits = new StringBuilder();
    for (; at < line.length() && digits.length() < LONGEST_NUMBER; at++) {
      char c = line.charAt(at);
      if (c >= '0' && c <= '9' || c == '.' || c == '-' && digits.isEmpty()) {
        digits.append(c);
      } else if (c != ',' || !isDigitAt(line, at + 1)) {
        break;
      }
    }
    while (!digits.isEmpty() && digits.charAt(digits.length() - 1) == '.') {
      digits.setLength(digits.length() - 1);
    }
    try {
      return OptionalDouble.of(Double.parseDouble(digits.toString()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static boolean isDigitAt(String line, int at) {
    return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
  }

  /** What follows a phrase, up to one of the characters that end it; empty where it is missing. */
  public static String word(String line, String phrase, String ends) {
    int at = line.indexOf(phrase);
    if (at < 0) {
      return "";
    }
    int start = at + phrase.length();
    while (start < line.length() && "'\" ".indexOf(line.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < line.length() && ends.indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return line.substring(start, end);
  }
}
