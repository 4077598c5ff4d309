package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/**
 * The values of a GGUF header, least byte first. What is longer than it may be is skipped or
 * refused, and never held: an array takes no more memory than a number.
 */
final class GgufInput {

  static final int STRING = 8;
  static final int ARRAY = 9;

  /** Bytes of the types of values, by their numbers; 0 for those whose length differs. */
  private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

  private static final int FLOAT = 6;
  private static final int DOUBLE = 12;

  private final InputStream in;
  private long read;

  GgufInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes were read so far. */
  long position() {
    return read;
  }

  long number(int bytes) throws IOException {
    byte[] value = in.readNBytes(bytes);
    if (value.length < bytes) {
      throw new IOException("Cut off");
    }
    read += bytes;
    long number = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      number = number << Byte.SIZE | value[i] & 0xff;
    }
    return number;
  }

  /** A number that counts something. */
  long count(int bytes, long most) throws IOException {
    long count = number(bytes);
    if (count < 0 || count > most) {
      throw new IOException("More than there can be");
    }
    return count;
  }

  /** A text that is short, as names are. */
  String text(int most) throws IOException {
    int length = (int) count(Long.BYTES, most);
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new IOException("Cut off");
    }
    read += length;
    return new String(text, UTF_8);
  }

  void skip(long bytes) throws IOException {
    if (bytes < 0) {
      throw new IOException("Not a length");
    }
    in.skipNBytes(bytes);
    read += bytes;
  }

  /** Of that type, whatever it is. */
  void skipValue(int type) throws IOException {
    if (type == STRING) {
      skip(number(Long.BYTES));
    } else if (type == ARRAY) {
      int of = type();
      skipItems(of, number(Long.BYTES));
    } else {
      skip(bytes(type));
    }
  }

  void skipItems(int type, long count) throws IOException {
    if (count < 0 || type == ARRAY) {
      throw new IOException("Not an array that there is");
    }
    if (type != STRING) {
      skip(Math.multiplyExact(Math.min(count, Integer.MAX_VALUE), bytes(type)));
      return;
    }
    for (long i = 0; i < count; i++) {
      skip(number(Long.BYTES));
    }
  }

  int type() throws IOException {
    return (int) count(Integer.BYTES, BYTES.length - 1);
  }

  static boolean isWhole(int type) {
    return bytes(type) > 0 && type != FLOAT && type != DOUBLE;
  }

  static int bytes(int type) {
    return BYTES[type];
  }
}
