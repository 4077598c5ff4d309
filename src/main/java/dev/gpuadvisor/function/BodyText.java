package dev.gpuadvisor.function;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A body as the text of a JSON string, which is what the gateway takes. Jackson looks at each byte
 * twice; in an answer of JSON one in seven has to be escaped, and that was an eighth of all work.
 */
final class BodyText {

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_ESCAPE = 6;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long CONTROLS = ONES * 0x20;

  private final byte[] body;
  private byte[] text;
  private int length;

  private BodyText(byte[] body) {
    this.body = body;
    this.text = new byte[body.length + body.length / 4 + 8 * LONGEST_ESCAPE];
  }

  /** In UTF-8, without the quotes around it. */
  static BodyText of(byte[] body) {
    BodyText text = new BodyText(body);
    text.escape();
    return text;
  }

  /** Filled up to {@link #length}. */
  byte[] bytes() {
    return text;
  }

  int length() {
    return length;
  }

  private void escape() {
    int at = 0;
    while (at < body.length) {
      if (text.length - length < 2 * Long.BYTES + LONGEST_ESCAPE) {
        text = Arrays.copyOf(text, text.length + body.length - at + text.length / 2);
      }
      if (body.length - at < Long.BYTES) {
        add(body[at++]);
        continue;
      }
      long eight = (long) EIGHT_BYTES.get(body, at);
      EIGHT_BYTES.set(text, length, eight);
      int plain = Long.numberOfTrailingZeros(special(eight)) / Byte.SIZE;
      length += plain;
      at += plain;
      if (plain < Long.BYTES) {
        add(body[at++]);
      }
    }
  }

  /** The high bit of the first byte that must be escaped is set; bits behind it mean nothing. */
  private static long special(long eight) {
    return (zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | ((eight - CONTROLS) & ~eight))
        & HIGH_BITS;
  }

  private static long zeros(long bytes) {
    return (bytes - ONES) & ~bytes;
  }

  private void add(byte b) {
    if (b == '"' || b == '\\') {
      text[length++] = '\\';
      text[length++] = b;
    } else if (b >= 0 && b < ' ') {
      addControl(b);
    } else {
      text[length++] = b;
    }
  }

  private void addControl(byte b) {
    text[length++] = '\\';
    int at = "\b\t\n\f\r".indexOf(b);
    if (at >= 0) {
      text[length++] = (byte) "btnfr".charAt(at);
      return;
    }
    text[length++] = 'u';
    text[length++] = '0';
    text[length++] = '0';
    text[length++] = HEX[b >> 4];
    text[length++] = HEX[b & 0xf];
  }
}
