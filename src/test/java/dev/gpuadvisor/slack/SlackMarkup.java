package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Slack makes of texts, and what it must not make of ours. */
final class SlackMarkup {

  /** The only angle brackets that are meant: a link with its label, made here. */
  private static final Pattern LINK =
      Pattern.compile("<https://[a-z0-9.-]+(?::[0-9]+)?/[^<>|\\s]*\\|[^<>|]+>");

  private static final Pattern FENCE = Pattern.compile("```\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);
  private static final Pattern PICTURE = Pattern.compile(":[a-z0-9_+'-]+:");

  private SlackMarkup() {}

  /** Mentions, links and dates need angle brackets; entities must be whole. */
  static void checkEscaped(String text) {
    String own = LINK.matcher(text).replaceAll("");
    assertFalse(own.contains("<") || own.contains(">"), text);
    String rest = text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "");
    assertFalse(rest.contains("&"), text);
  }

  static void checkNoPicture(String text) {
    assertFalse(PICTURE.matcher(text).find(), text);
  }

  /** What is opened is closed, and nothing stands at the ends that Slack cuts off. */
  static void check(String markup) {
    String bare = LINK.matcher(CODE.matcher(markup).replaceAll("")).replaceAll("");
    assertFalse(bare.contains("`"), "a lone backtick: " + markup);
    assertEquals(markup.strip(), markup);
    checkNoPicture(bare);
    for (char mark : new char[] {'*', '_', '~'}) {
      bare.lines().forEach(line -> checkClosed(mark, line, markup));
    }
  }

  /** A mark opens behind no letter and before no blank, and closes the other way about. */
  private static void checkClosed(char mark, String line, String markup) {
    boolean open = false;
    for (int at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
      char before = at == 0 ? ' ' : line.charAt(at - 1);
      char behind = at + 1 == line.length() ? ' ' : line.charAt(at + 1);
      boolean closes = before != ' ' && !isPartOfWord(behind, mark);
      boolean opens = behind != ' ' && !isPartOfWord(before, mark);
      open = open ? !closes : opens;
    }
    assertFalse(open, mark + " is opened and not closed: " + markup);
  }

  private static boolean isPartOfWord(char c, char mark) {
    return Character.isLetterOrDigit(c) || c == '_' || c == mark;
  }

  /** The lines of letters of one width. */
  static List<String> lines(String markup) {
    Matcher fence = FENCE.matcher(markup);
    return fence.results().flatMap(found -> Stream.of(found.group(1).split("\n"))).toList();
  }
}
