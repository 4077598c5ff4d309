package dev.gpuadvisor.slack.message;

/**
 * The line that a message carries, with the command before it. It stands in the buttons, and in the
 * id of their block for menus, whose choices have no room for it.
 *
 * @param command as it was typed, {@code /gpu}
 * @param question without the command; may be empty
 * @param turn how often it was answered in the same place: Slack wants a new id each time
 */
public record State(String command, String question, int turn) {

  private static final String PREFIX = "q";
  private static final int MOST_TURNS = 1000;

  /** {@code /gpu qwen2.5-14b 8bit}. */
  String line() {
    return (command + " " + question).strip();
  }

  String id() {
    return PREFIX + turn + ":" + line();
  }

  /** What the id of a block, or a button, says; anything else is read as a line, too. */
  public static State read(String text) {
    int colon = text.startsWith(PREFIX) ? text.indexOf(':') : -1;
    String digits = colon > 0 ? text.substring(1, colon) : "";
    boolean numbered =
        !digits.isEmpty() && digits.length() < 5 && digits.chars().allMatch(Character::isDigit);
    String line = numbered ? text.substring(colon + 1) : text;
    int turn = numbered ? Integer.parseInt(digits) : 0;
    int blank = line.indexOf(' ');
    return line.startsWith("/")
        ? new State(
            blank < 0 ? line : line.substring(0, blank),
            blank < 0 ? "" : line.substring(blank + 1),
            turn)
        : new State("", line, turn);
  }

  /** For the answer that takes the place of this. */
  public State next() {
    return new State(command, question, (turn + 1) % MOST_TURNS);
  }
}
