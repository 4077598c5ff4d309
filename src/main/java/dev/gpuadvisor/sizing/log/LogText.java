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
  private static final char ESCAPE = 0x1b;

  public LogText {
    lines = List.copyOf(lines);
  }

  /**
   * @param pasted as terminals, containers and files have it
   */
  public static LogText of(String pasted) {
    String text = withoutColours(pasted);
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
    boolean maybeNumber = text.length() > 1 && Character.isDigit(text.charAt(text.length() - 2));
    return !Character.isDigit(last) && !(maybeNumber && (last == '.' || last == ','));
  }

  /** Without what makes a terminal write in colours: an escape up to the letter that ends it. */
  private static String withoutColours(String text) {
    if (text.indexOf(ESCAPE) < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != ESCAPE) {
        plain.append(c);
      } else if (at < text.length() && text.charAt(at) == '[') {
        at++;
        while (at < text.length() && !Character.isLetter(text.charAt(at))) {
          at++;
        }
        at++;
      }
    }
    return plain.toString();
  }

  /**
   * Of several containers, as {@code docker compose logs} mixes them, the one that says a size
   * last.
   *
   * @param says what a line holds that says a size
   */
  LogText ofOneService(List<String> says) {
    String last = "";
    for (String line : lines) {
      boolean sized = says.stream().anyMatch(line::contains);
      last = sized ? service(line) : last;
    }
    String service = last;
    return service.isEmpty()
        ? this
        : new LogText(lines.stream().filter(line -> service(line).equals(service)).toList());
  }

  /** {@code vllm-1 | INFO ...}; empty where no container is named. */
  private static String service(String line) {
    int bar = line.indexOf(" | ");
    String name = bar < 0 ? "" : line.substring(0, bar).strip();
    return name.contains(" ") ? "" : name;
  }

  /**
   * From the last line on that begins a start: who restarts until it works pastes all of it. The
   * one before where nothing was said after it.
   *
   * @param begins what the first line of a start holds
   * @param says what a line holds that says a size
   */
  LogText lastStart(String begins, List<String> says) {
    int first = 0;
    while (first < lines.size() && !lines.get(first).contains(begins)) {
      first++;
    }
    int end = lines.size();
    for (int i = end - 1; i > first; i--) {
      if (lines.get(i).contains(begins)) {
        List<String> start = lines.subList(i, end);
        if (start.stream().anyMatch(line -> says.stream().anyMatch(line::contains))) {
          return new LogText(start);
        }
        end = i;
      }
    }
    return new LogText(lines.subList(0, end));
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
