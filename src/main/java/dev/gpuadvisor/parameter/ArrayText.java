package dev.gpuadvisor.parameter;

/**
 * Arrays that came as a text, {@code ["8bit","4bit"]}: assistants and their clients write them so
 * where they do not know the type.
 */
final class ArrayText {

  private ArrayText() {}

  /** What stands between its brackets; the text itself where it has none. */
  static String inner(String text) {
    String array = text.strip();
    return array.length() > 1 && array.startsWith("[") && array.endsWith("]")
        ? array.substring(1, array.length() - 1)
        : text;
  }

  /** Without a pair of quotation marks around it. */
  static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") && text.endsWith("\"")
                || text.startsWith("'") && text.endsWith("'"));
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }
}
