package dev.gpuadvisor.slack.message;

import java.util.List;
import java.util.Optional;

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

  /** Small print with markup, one paragraph; its links, if any, in a line behind it. */
  record Aside(String markup, List<Link> links) implements Block {}

  /** A text that leads elsewhere. */
  record Link(String label, String url) {}

  /**
   * Buttons and menus.
   *
   * @param id what a click on any of them brings back
   */
  record Actions(String id, List<Element> elements) implements Block {

    /** One of them; what it is called when it is clicked on. */
    sealed interface Element {
      String action();
    }

    /**
     * @param main whether it is what most will want
     */
    record Button(String action, String label, String value, boolean main) implements Element {}

    /** A menu of a few choices. */
    record Menu(String action, String label, List<Choice> choices, Optional<Choice> chosen)
        implements Element {}

    /** A menu of choices that are asked for as letters are typed. */
    record Search(String action, String label, Optional<Choice> chosen) implements Element {}

    record Choice(String label, String value) {}
  }

  /** A table; at most one in a message. */
  record Table(List<Column> columns, List<Row> rows) implements Block {

    static final boolean LEFT = false;
    static final boolean RIGHT = true;

    /** Never left out. */
    static final int KEPT = 0;

    /**
     * @param right whether it is aligned to the right
     * @param rank where columns are too many, those of the highest rank go first
     */
    record Column(String head, boolean right, int rank) {}

    /**
     * @param picked whether it is the one that the message is about
     * @param cells one for each column; none is empty
     */
    record Row(boolean picked, List<String> cells) {}
  }
}
