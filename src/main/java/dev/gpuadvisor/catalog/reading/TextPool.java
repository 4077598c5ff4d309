package dev.gpuadvisor.catalog.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** Texts of a file, each made once: most stand in a price file many times. */
final class TextPool {

  private final byte[] content;
  private final boolean interned;
  private final String[] texts;
  private final int[] begins;

  /** When each was last asked for. */
  private final int[] seen;

  private int held;
  private int last;

  /**
   * @param places a power of two; half of them are taken at the most
   * @param interned whether its texts are, as names are by which fields are asked for
   */
  TextPool(byte[] content, int places, boolean interned) {
    this.content = content;
    this.interned = interned;
    this.texts = new String[places];
    this.begins = new int[places];
    this.seen = new int[places];
  }

  String text(int begin, int end) {
    int place = place(begin, end);
    String known = texts[place];
    while (known != null) {
      int other = begins[place];
      if (Arrays.equals(content, begin, end, content, other, other + known.length())) {
        last = place;
        return known;
      }
      place = (place + 1) & (texts.length - 1);
      known = texts[place];
    }
    last = place;
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

  /** Whether the last one was asked for since then, or may have been; now it was. */
  boolean seenSince(int then) {
    boolean since = seen[last] >= then || texts[last] == null;
    seen[last] = then;
    return since;
  }

  /** A few letters tell texts apart well enough. */
  private int place(int begin, int end) {
    int length = end - begin;
    int hash = length + 31 * content[begin] + 961 * content[begin + length / 2];
    hash += 7 * content[begin + length / 4] + 131 * content[end - 1];
    return hash & (texts.length - 1);
  }
}
