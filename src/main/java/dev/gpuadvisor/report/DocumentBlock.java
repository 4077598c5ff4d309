package dev.gpuadvisor.report;

import java.util.List;

/** A part of a section. Its texts are plain: what a format would take for markup, it escapes. */
sealed interface DocumentBlock {

  /**
   * Some text, with what it is about.
   *
   * @param lead set off from the rest, with its colon; may be empty
   */
  record Point(String lead, String text) {}

  /** The title of a part of a section. */
  record Heading(String text) implements DocumentBlock {}

  /** The title of a part of that. */
  record Subheading(String text) implements DocumentBlock {}

  record Paragraph(Point point) implements DocumentBlock {}

  record Bullets(List<Point> points) implements DocumentBlock {}

  record Steps(List<Point> points) implements DocumentBlock {}

  /** Names and values. */
  record Facts(List<Point> facts) implements DocumentBlock {}

  /** What is typed or kept in a file, as it is, with its line ends. */
  record Code(String text) implements DocumentBlock {}

  /**
   * @param address encoded, so that it can stand in any document
   */
  record Link(String text, String address) implements DocumentBlock {}

  /** The first cell of a row says what the row is about. */
  record Table(List<Column> columns, List<Row> rows) implements DocumentBlock {

    /**
     * @param ofNumbers whether its cells stand at the right
     */
    record Column(String head, boolean ofNumbers) {}

    /**
     * @param picked whether it is set off from the others
     */
    record Row(boolean picked, List<String> cells) {}
  }
}
