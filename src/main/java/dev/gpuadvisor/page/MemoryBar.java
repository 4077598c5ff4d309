package dev.gpuadvisor.page;

import dev.gpuadvisor.story.MemoryUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How full the memory gets, and of what: a bar as long as what is usable.
 *
 * @param label the same in words
 */
record MemoryBar(String label, List<Part> parts) {

  /** The bar's own coordinates: a thousandth of it is one. */
  private static final int LENGTH = 1000;

  /**
   * @param kind names it for the style sheet
   */
  record Part(String kind, String name, String size, long from, long length) {}

  static MemoryBar of(PageTexts words, MemoryUse use) {
    List<Part> parts = new ArrayList<>();
    long end = 0;
    for (MemoryUse.Part part : use.parts()) {
      long from = end * LENGTH / use.usableBytes();
      end += part.bytes();
      long length = Math.max(1, end * LENGTH / use.usableBytes() - from);
      String kind = part.kind().name().toLowerCase(Locale.ROOT);
      parts.add(new Part(kind, words.of(part.title()), words.gib(part.bytes()), from, length));
    }
    return new MemoryBar(words.of(use.label()), parts);
  }
}
