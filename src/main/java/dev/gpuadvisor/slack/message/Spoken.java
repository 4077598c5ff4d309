package dev.gpuadvisor.slack.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message as one would say it, for whoever sees no blocks: screen readers, notifications, search.
 * Sentences are taken in the order of their weight, each whole or not at all.
 */
final class Spoken {

  static final int MOST_CHARACTERS = 600;

  private static final int LONGEST_FIRST = 300;

  /** What Slack's clients may read as markup, a mention, a picture or a link. */
  private static final Pattern MARKS =
      Pattern.compile(
          "[*~`<>|]|://|@(?![0-9$])|:(?=\\S)|(?<![\\p{Alnum}])_|_(?![\\p{Alnum}])"
              + "|(?<=[\\p{Alpha}])\\.(?=\\p{Alpha})");

  private static final Pattern MARKUP =
      Pattern.compile("[*~`<>]|:(?=[a-zA-Z0-9_+'-]+:)|(?<![\\p{Alnum}])_|_(?![\\p{Alnum}])");

  private final List<String> sentences = new ArrayList<>();
  private final String ending;
  private int left;

  /**
   * @param ending that is always said
   */
  Spoken(String ending) {
    this.ending = ending;
    this.left = MOST_CHARACTERS - MessageJson.escaped(ending).length();
  }

  /** As far as there is room for it; the first is cut rather than left out. */
  Spoken say(String sentence) {
    int length = MessageJson.escaped(sentence).length() + 1;
    if (length <= left) {
      sentences.add(sentence);
      left -= length;
    } else if (sentences.isEmpty()) {
      sentences.add(sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_FIRST)) + "…");
      left -= length;
    }
    return this;
  }

  /** Where little has been said so far. */
  Spoken sayIfShort(String sentence) {
    return left >= MOST_CHARACTERS / 2 ? say(sentence) : this;
  }

  /** What somebody typed, as one can say it: without all that could be markup. */
  static String plain(String typed) {
    return MARKS.matcher(typed).replaceAll(" ").replaceAll(" {2,}", " ");
  }

  /** The same for a text with markup, in which nothing becomes a link. */
  static String withoutMarkup(String typed) {
    return MARKUP.matcher(typed).replaceAll(" ");
  }

  @Override
  public String toString() {
    return String.join(" ", sentences) + (ending.isEmpty() ? "" : " " + ending);
  }
}
