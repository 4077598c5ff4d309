package dev.gpuadvisor.function;

import dev.gpuadvisor.stream.EightBytes;
import java.util.Arrays;

/**
 * A body as the text of a JSON string, which is what the gateway takes. Jackson looks at each byte
 * twice; in an answer of JSON one in seven has to be escaped, and that was an eighth of all work.
 */
final class BodyText {

  /** For eight bytes that are all escaped, in six each, and for eight copied behind the last. */
  private static final int ROOM = 7 * Long.BYTES;

  private static final long SEVEN_BITS = ~EightBytes.HIGH_BITS;

  /** What makes the high bit of seven bits that are a space or more. */
  private static final long UP_FROM_SPACE = (0x80 - ' ') * EightBytes.ONES;

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private final byte[] body;
  private byte[] text;
  private int length;

  private BodyText(byte[] body) {
    this.body = body;
    this.text = new byte[body.length + body.length / 4 + ROOM];
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
    for (; body.length - at >= Long.BYTES; at += Long.BYTES) {
      if (text.length - length < ROOM) {
        grow(at);
      }
      long eight = (long) EightBytes.OF.get(body, at);
      EightBytes.OF.set(text, length, eight);
      long seven = eight & SEVEN_BITS;
      long quotes = seven ^ EightBytes.QUOTES;
      long backslashes = seven ^ EightBytes.BACKSLASHES;
      // Sums of seven bits carry nothing into the next byte: each high bit says of its own byte
      // that it is not equal, or not below a space.
      long plain =
          (quotes + SEVEN_BITS) & (backslashes + SEVEN_BITS) & (seven + UP_FROM_SPACE) | eight;
      long escaped = ~plain & EightBytes.HIGH_BITS;
      if (escaped == 0) {
        length += Long.BYTES;
      } else {
        escape(eight, escaped);
      }
    }
    if (text.length - length < ROOM) {
      grow(at);
    }
    for (; at < body.length; at++) {
      byte b = body[at];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        length = escape(b, length);
      } else {
        text[length++] = b;
      }
    }
  }

  /**
   * Eight bytes with some that must be escaped. What stands between them is copied with all that
   * follows it, which is written over.
   */
  private void escape(long eight, long escaped) {
    byte[] to = text;
    int end = length;
    int done = 0;
    for (long mask = escaped; mask != 0; mask &= mask - 1) {
      int next = Long.numberOfTrailingZeros(mask) / Byte.SIZE;
      end += next - done;
      byte b = (byte) (eight >>> (next * Byte.SIZE));
      if (b < ' ') {
        end = escape(b, end);
      } else {
        to[end] = '\\';
        to[end + 1] = b;
        end += 2;
      }
      done = next + 1;
      if (done < Long.BYTES) {
        EightBytes.OF.set(to, end, eight >>> (done * Byte.SIZE));
      }
    }
    length = end + Long.BYTES - done;
  }

  private void grow(int at) {
    text = Arrays.copyOf(text, text.length + body.length - at + text.length / 2);
  }

  /** Returns where the next byte belongs. */
  private int escape(byte b, int from) {
    int end = from;
    text[end++] = '\\';
    if (b >= ' ') {
      text[end++] = b;
      return end;
    }
    int known = "\b\t\n\f\r".indexOf(b);
    if (known >= 0) {
      text[end++] = (byte) "btnfr".charAt(known);
      return end;
    }
    text[end++] = 'u';
    text[end++] = '0';
    text[end++] = '0';
    text[end++] = HEX[b >> 4];
    text[end++] = HEX[b & 0xf];
    return end;
  }
}
