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
    for (String mark : List.of("*", "_", "~")) {
      assertEquals(
          count("(?<![\\w%1$s])%1$s(?=\\S)", mark, bare),
          count("(?<=\\S)%1$s(?![\\w%1$s])", mark, bare),
          mark + " opens and closes unequally: " + markup);
    }
  }

  private static long count(String pattern, String mark, String text) {
    return Pattern.compile(String.format(pattern, Pattern.quote(mark)))
        .matcher(text)
        .results()
        .count();
  }

  /** The lines of letters of one width. */
  static List<String> lines(String markup) {
    Matcher fence = FENCE.matcher(markup);
    return fence.results().flatMap(found -> Stream.of(found.group(1).split("\n"))).toList();
  }
}
