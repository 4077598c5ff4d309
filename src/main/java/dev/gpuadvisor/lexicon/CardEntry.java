package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A card with the parts of its name.
 *
 * @param gigabytes all that it is said to have: by the label, by the driver, in its name
 * @param parts the words of its identity
 */
record CardEntry(
    Card card, CardWords words, Set<Integer> gigabytes, String form, List<String> parts) {

  /**
   * Forms that are seldom met: meant only where their memory is named. A dealer's 48 GB on a 4090
   * is nobody's "RTX 4090".
   */
  private static final Set<String> SELDOM =
      Set.of(
          "RTX_2060_12",
          "RTX_2080_TI_22",
          "RTX_3050_6",
          "RTX_3050_LAPTOP_6",
          "RTX_3060_8",
          "RTX_3080_12",
          "RTX_4080_SUPER_32",
          "RTX_4090_48",
          "P100_12",
          "A800_PCIE_40",
          "H20_141",
          "RTX_PRO_5000_72");

  private static final int PERCENT_APART = 7;

  static CardEntry of(Card card) {
    CardWords words = CardWords.of(card.name());
    Set<Integer> sizes = new LinkedHashSet<>(List.of(card.nominalGb(), words.gigabytes()));
    sizes.add(card.reportedMib() / 1024);
    sizes.add(Math.round(card.reportedMib() / 1024f));
    String form = words.form().isEmpty() ? CardWords.of(card.id()).form() : words.form();
    if (card.name().endsWith("480GB")) {
      sizes.add(120); // the same Grace Hopper, as older drivers print it
    }
    return new CardEntry(
        card, words, Set.copyOf(sizes), form, List.of(words.identity().split(" ")));
  }

  boolean carries(CardWords asked) {
    return words.laptop() == asked.laptop()
        && words.slice().equals(asked.slice())
        && (asked.slice().isEmpty() || asked.gigabytes() == 0 || hasMemory(asked))
        && (asked.gigabytes() == 0 ? !SELDOM.contains(card.id()) : hasMemory(asked))
        && fits(asked.form());
  }

  private boolean hasMemory(CardWords asked) {
    return !asked.slice().isEmpty() && card.id().contains("_" + asked.gigabytes() + "_")
        || gigabytes.contains(asked.gigabytes());
  }

  /** A shop's 192 GB are the vendor's 180: what differs so little is the same memory. */
  boolean carriesNearly(CardWords asked) {
    int apart = Math.abs(asked.gigabytes() - card.nominalGb());
    return apart * 100 <= PERCENT_APART * card.nominalGb() && carries(asked.ofAnyMemory());
  }

  /** A card whose form nothing says is a plain one: it takes PCIe, with HBM also a socket. */
  private boolean fits(String asked) {
    boolean hbm = card.memoryType() == MemoryType.HBM;
    if (form.isEmpty()) {
      return asked.isEmpty() || asked.equals("pcie") || asked.equals("sxm") && hbm;
    }
    return form.equals(asked) || asked.isEmpty() && !form.equals("nvl");
  }

  /** Not a part of one, and for a slot or a socket. */
  boolean isWhole() {
    return !words.laptop() && words.slice().isEmpty();
  }

  boolean is(CardWords asked) {
    return words.identity().equals(asked.identity());
  }
}
