package dev.gpuadvisor.feed;

/** Text as XML 1.0 takes it, in content and in attributes. */
final class Xml {

  private static final int FIRST_VISIBLE = 0x20;

  private Xml() {}

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .filter(Xml::isAllowed)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /** There is no way to write the others. */
  private static boolean isAllowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return (c >= FIRST_VISIBLE || c == '\t' || c == '\n') && !surrogate && (c & 0xfffe) != 0xfffe;
  }
}
