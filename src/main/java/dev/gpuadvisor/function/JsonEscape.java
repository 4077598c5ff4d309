package dev.gpuadvisor.function;

/**
 * UTF-8 text as it stands between the quotes of a JSON string. An answer of the API is wrapped into
 * one: ten thousand bytes of which every sixth is a quote, for which a generator's general way
 * takes six times as long.
 */
final class JsonEscape {

  private static final String HEX = "0123456789abcdef";

  private JsonEscape() {}

  static byte[] escape(byte[] utf8) {
    int more = 0;
    for (byte b : utf8) {
      more += isControl(b) ? "\\u0000".length() - 1 : isQuoted(b) ? 1 : 0;
    }
    byte[] escaped = new byte[utf8.length + more];
    int at = 0;
    for (byte b : utf8) {
      if (isControl(b)) {
        at = control(b, escaped, at);
      } else {
        if (isQuoted(b)) {
          escaped[at++] = '\\';
        }
        escaped[at++] = b;
      }
    }
    return escaped;
  }

  private static boolean isQuoted(byte b) {
    return b == '"' || b == '\\';
  }

  /** Bytes of longer characters are negative. */
  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ';
  }

  private static int control(byte b, byte[] to, int from) {
    int at = from;
    for (char c : new char[] {'\\', 'u', '0', '0', HEX.charAt(b >> 4), HEX.charAt(b & 15)}) {
      to[at++] = (byte) c;
    }
    return at;
  }
}
