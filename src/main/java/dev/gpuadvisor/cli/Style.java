package dev.gpuadvisor.cli;

/**
 * How an answer is laid out.
 *
 * @param columns that a line may have
 * @param colour whether it goes to a terminal that shows colours
 */
record Style(int columns, boolean colour) {

  static final int USUAL = 80;

  /** Of a file or a pipe, which nobody sees the edges of. */
  private static final int WIDE = 120;

  private static final int LEAST = 40;

  private static final String BOLD = "1";
  private static final String GREEN = "32";
  private static final String RED = "31";

  static Style of(Surroundings around) {
    int terminal = around.terminalColumns();
    int asked = columns(around.variable("COLUMNS"));
    int columns = asked > 0 ? asked : terminal > 0 ? terminal : WIDE;
    String none = around.variable("NO_COLOR");
    boolean dumb = "dumb".equals(around.variable("TERM"));
    return new Style(
        Math.max(LEAST, columns), terminal > 0 && (none == null || none.isEmpty()) && !dumb);
  }

  private static int columns(String text) {
    boolean number = text != null && !text.isEmpty() && text.length() < 5;
    return number && text.chars().allMatch(Character::isDigit) ? Integer.parseInt(text) : 0;
  }

  String bold(String text) {
    return painted(text, BOLD);
  }

  String green(String text) {
    return painted(text, GREEN);
  }

  String red(String text) {
    return painted(text, RED);
  }

  /** Of the sixteen colours that each terminal has in its own dark or light. */
  private String painted(String text, String how) {
    return colour && !text.isEmpty() ? "\u001b[" + how + "m" + text + "\u001b[0m" : text;
  }
}
