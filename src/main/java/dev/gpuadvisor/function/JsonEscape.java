package dev.gpuadvisor.function;

import java.util.Arrays;

/**
 * UTF-8 text as it stands between the quotes of a JSON string. An answer of the API is wrapped into
 * one: ten thousand bytes, of which every sixth is a quote. Written for an image that is compiled
 * for size, where each call in the loop is one: by a table, and without methods of its own.
 */
final class JsonEscape {

  private static final String HEX = "0123456789abcdef";
  private static final int CONTROL = 5;

  /** How many bytes more each byte takes; those of longer characters are never escaped. */
  private static final byte[] MORE = new byte[256];

  static {
    Arrays.fill(MORE, 0, ' ', (byte) CONTROL);
    MORE['"'] = 1;
    MORE['\\'] = 1;
  }

  private JsonEscape() {}

  static byte[] escape(byte[] utf8) {
    int length = utf8.length;
    for (byte b : utf8) {
      length += MORE[b & 0xff];
    }
    byte[] escaped = new byte[length];
    int at = 0;
    for (byte b : utf8) {
      int more = MORE[b & 0xff];
      if (more == CONTROL) {
        at = control(b, escaped, at);
        continue;
      }
      if (more == 1) {
        escaped[at++] = '\\';
      }
      escaped[at++] = b;
    }
    return escaped;
  }

  /** {@code \u000a}: rare enough to be slow. */
  private static int control(byte b, byte[] to, int from) {
    String code = "\\u00" + HEX.charAt(b >> 4) + HEX.charAt(b & 15);
    for (int i = 0; i < code.length(); i++) {
      to[from + i] = (byte) code.charAt(i);
    }
    return from + code.length();
  }
}
