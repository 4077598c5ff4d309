package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.Map;

/** What is shown, line by line, no line longer than the terminal. */
final class Page {

  private static final String BULLET = "• ";
  private static final String GAP = "  ";

  private final StringBuilder lines = new StringBuilder();
  private final Texts texts;
  private final Style style;

  Page(Texts texts, Style style) {
    this.texts = texts;
    this.style = style;
  }

  Style style() {
    return style;
  }

  String write(Message message) {
    return texts.write(message);
  }

  /** A heading, with a line before it unless it is the first. */
  void heading(String text) {
    if (lines.length() > 0) {
      blank();
    }
    for (String line : Wrapped.lines(text, style.columns())) {
      raw(style.bold(line));
    }
  }

  void blank() {
    raw("");
  }

  void raw(String line) {
    lines.append(line).append('\n');
  }

  void text(String text) {
    Wrapped.lines(text, style.columns()).forEach(this::raw);
  }

  void text(Message message) {
    text(write(message));
  }

  /** Below what it belongs to. */
  void indented(String text) {
    hanging("  ", text, 2);
  }

  void item(String text) {
    hanging(BULLET, text, BULLET.length());
  }

  /** Names with what is said of each, side by side where there is room. */
  void facts(Map<String, String> facts) {
    int widest = facts.keySet().stream().mapToInt(Wrapped::letters).max().orElse(0);
    int indent = Math.min(widest, style.columns() / 3) + GAP.length();
    facts.forEach((name, value) -> fact(name, value, indent));
  }

  private void fact(String name, String value, int indent) {
    int letters = Wrapped.letters(name);
    if (letters + GAP.length() > indent) {
      raw(name);
      hanging(" ".repeat(indent), value, indent);
    } else {
      hanging(name + " ".repeat(indent - letters), value, indent);
    }
  }

  /** A text whose first line begins with something, and the others below what follows it. */
  private void hanging(String start, String text, int indent) {
    List<String> wrapped = Wrapped.lines(text, style.columns() - indent);
    raw((start + wrapped.get(0)).stripTrailing());
    wrapped.stream().skip(1).forEach(line -> raw(" ".repeat(indent) + line));
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
