package dev.gpuadvisor.catalog.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Texts of a file, each made once: most stand in a price file many times. They are looked at eight
 * bytes at a time, which is how half of the reader's time is saved; hence few methods, since with
 * {@code -Os} the native image calls each that is larger than a few nodes.
 */
final class TextPool {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Times a byte: the same byte eight times. */
  private static final long ONES = 0x0101010101010101L;

  private static final long SEVEN_BITS = 0x7f * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  /** Added to seven bits: the eighth is set from the space on. */
  private static final long UP_FROM_SPACE = (0x80 - ' ') * ONES;

  private static final long MIXED = 0x9E3779B97F4A7C15L;

  private final byte[] content;
  private final boolean interned;
  private final String[] texts;
  private final int[] begins;

  private int held;
  private int end;

  /**
   * @param content with eight bytes of 0 behind it
   * @param places a power of two; half of them are taken at the most
   * @param interned whether its texts are, as names are by which fields are asked for
   */
  TextPool(byte[] content, int places, boolean interned) {
    this.content = content;
    this.interned = interned;
    this.texts = new String[places];
    this.begins = new int[places];
  }

  /**
   * The text between a quote and the next, the same string for the same text as far as there is
   * room; null where it has escapes, control characters or anything beyond ASCII.
   *
   * @param begin behind the quote
   */
  String text(int begin) {
    byte[] bytes = content;
    int at = begin;
    long hash = 0;
    long eight = (long) EIGHT.get(bytes, at);
    long plain = plain(eight);
    while (plain == ~SEVEN_BITS) {
      hash = (hash ^ eight) * MIXED;
      at += Long.BYTES;
      eight = (long) EIGHT.get(bytes, at);
      plain = plain(eight);
    }
    int rest = Long.numberOfTrailingZeros(~plain & ~SEVEN_BITS) & -Byte.SIZE;
    at += rest / Byte.SIZE;
    if (bytes[at] != '"') {
      return null;
    }
    end = at;
    hash = (hash ^ eight & ((1L << rest) - 1)) * MIXED;
    int place = (int) (hash >>> 32) & (texts.length - 1);
    String known = texts[place];
    while (known != null && !isAt(begins[place], begin, at)) {
      place = (place + 1) & (texts.length - 1);
      known = texts[place];
    }
    return known == null ? remembered(place, begin) : known;
  }

  /** The highest bit of each byte is set where it is no quote and nothing that is not plain. */
  private static long plain(long eight) {
    long seven = eight & SEVEN_BITS;
    long quotes = (seven ^ QUOTES) + SEVEN_BITS;
    long backslashes = (seven ^ BACKSLASHES) + SEVEN_BITS;
    return quotes & backslashes & (seven + UP_FROM_SPACE) & ~eight & ~SEVEN_BITS;
  }

  /** Whether the text before that end, with the quote there, is the one at another place. */
  boolean isAt(int other, int begin, int end) {
    int at = begin;
    int there = other;
    while (at + Long.BYTES <= end) {
      if ((long) EIGHT.get(content, at) != (long) EIGHT.get(content, there)) {
        return false;
      }
      at += Long.BYTES;
      there += Long.BYTES;
    }
    long differences = (long) EIGHT.get(content, at) ^ (long) EIGHT.get(content, there);
    return differences << (Long.SIZE - Byte.SIZE * (end - at + 1)) == 0;
  }

  private String remembered(int place, int begin) {
    String text = new String(content, begin, end - begin, ISO_8859_1);
    if (interned) {
      text = text.intern();
    }
    if (held < texts.length / 2) {
      held++;
      texts[place] = text;
      begins[place] = begin;
    }
    return text;
  }

  /** Where the last text ends: at its quote. */
  int end() {
    return end;
  }
}
