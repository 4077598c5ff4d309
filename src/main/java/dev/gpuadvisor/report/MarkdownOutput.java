package dev.gpuadvisor.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * Writes Markdown as GitHub reads it. Constants of a template are markup; values are text, in which
 * whatever could be read as markup is escaped: here and nowhere else.
 */
final class MarkdownOutput implements TemplateOutput {

  private static final String ALWAYS_MARKUP = "\\`*[]<>|~";
  private static final String MARKUP_AT_START = "#+-=";

  /** A line of code, in which nothing is markup, or an address, in which nothing may be. */
  record AsItIs(String line) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
      StringBuilder written = new StringBuilder(line);
      for (int i = 0; i < written.length(); i++) {
        if (Character.isISOControl(written.charAt(i))) {
          written.setCharAt(i, ' ');
        }
      }
      output.writeContent(written.toString());
    }
  }

  private final StringBuilder text = new StringBuilder(16_384);

  @Override
  public String toString() {
    return text.toString();
  }

  @Override
  public void writeContent(String markup) {
    text.append(markup);
  }

  @Override
  public void writeContent(String markup, int from, int to) {
    text.append(markup, from, to);
  }

  @Override
  public void writeUserContent(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        text.append(' ');
        continue;
      }
      if (isMarkup(value, i, c)) {
        text.append('\\');
      }
      text.append(c);
    }
  }

  private static boolean isMarkup(String value, int at, char c) {
    return ALWAYS_MARKUP.indexOf(c) >= 0
        || c == '_' && !(isPlain(value, at - 1) && isPlain(value, at + 1))
        || c == '&' && value.indexOf(';', at) > 0 // a character by its name
        || c == ':' && value.startsWith("//", at + 1) // a link without brackets
        || MARKUP_AT_START.indexOf(c) >= 0 && startsLine(value, at, c)
        || (c == '.' || c == ')') && endsListNumber(value, at);
  }

  /** An underscore between these is one: that of AMPERE_24 stays as it is. */
  private static boolean isPlain(String value, int at) {
    if (at < 0 || at >= value.length()) {
      return false;
    }
    char c = value.charAt(at);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /** {@code +63 %} is no list, {@code + 63} is one. */
  private static boolean startsLine(String value, int at, char c) {
    boolean first = value.substring(0, at).isBlank();
    return first && (at + 1 == value.length() || " #-=".indexOf(value.charAt(at + 1)) >= 0);
  }

  private static boolean endsListNumber(String value, int at) {
    String before = value.substring(0, at).strip();
    return !before.isEmpty()
        && before.length() <= 9
        && before.chars().allMatch(c -> c >= '0' && c <= '9')
        && (at + 1 == value.length() || value.charAt(at + 1) == ' ');
  }
}
