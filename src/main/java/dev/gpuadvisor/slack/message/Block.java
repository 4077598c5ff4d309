package dev.gpuadvisor.slack.message;

import java.util.List;

/**
 * A part of a message. Texts are written as they are here: {@link MessageJson} takes care of what
 * is special to Slack and of its limits. Only {@link Plain} may hold what somebody has typed.
 */
sealed interface Block {

  /** A line in large letters. */
  record Header(String text) implements Block {}

  /** A paragraph with Slack's markup. */
  record Section(String markup) implements Block {}

  /** Two columns of paragraphs with markup. */
  record Columns(List<String> markups) implements Block {}

  /** A paragraph without any markup: a star in it is a star. */
  record Plain(String text) implements Block {}

  /** Small print with markup, one element each. */
  record Aside(List<String> markups) implements Block {}

  /**
   * A table; at most one in a message.
   *
   * @param columns whether each is aligned to the right
   * @param rows the first is the head; no cell is empty
   */
  record Table(List<Boolean> columns, List<List<String>> rows) implements Block {}

  record Divider() implements Block {}
}
