package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryType;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads {@code cards.json}. */
final class CardReader {

  private static final AllowedValues<MemoryType> MEMORY_TYPES = AllowedValues.of(MemoryType.class);
  private static final AllowedValues<Vendor> VENDORS = AllowedValues.of(Vendor.class);
  private static final int MIB_IN_A_LABELLED_GB = 1024;

  private static final Capability VOLTA = new Capability(7, 0);
  private static final Capability TURING = new Capability(7, 5);
  private static final int RESERVED_BEFORE_VOLTA = 100;
  private static final int RESERVED_ON_VOLTA = 240;
  private static final int RESERVED = 450;
  private static final int RESERVED_ON_LARGE = 600;
  private static final int LARGE_GB = 24;

  private CardReader() {}

  static NameIndex<Card> read(Entry file) {
    NameIndex.Builder<Card> cards = NameIndex.builder();
    for (Entry entry : EntryReader.entries(file, "cards")) {
      Card card = card(entry);
      List<String> names = new ArrayList<>(entry.texts("aliases", 0));
      if (!NameIndex.key(card.name()).equals(NameIndex.key(card.id()))) {
        names.add(card.name());
      }
      EntryReader.index(entry, "id", () -> cards.add(card, card.id(), names));
      entry.end();
    }
    return cards.build();
  }

  /**
   * What drivers keep where nobody has looked: some 100 MiB on cards before Volta, 240 on Volta,
   * 450 on later ones, 600 where they have more than 24 GB. AMD's keep next to nothing.
   */
  private static int usuallyReserved(Entry entry) {
    if (entry.has("vendor") && entry.choice("vendor", VENDORS) != Vendor.NVIDIA) {
      return 0;
    }
    Capability capability = capability(entry);
    if (capability.compareTo(VOLTA) < 0) {
      return RESERVED_BEFORE_VOLTA;
    }
    if (capability.compareTo(TURING) < 0) {
      return RESERVED_ON_VOLTA;
    }
    return entry.count("nominal_gb") > LARGE_GB ? RESERVED_ON_LARGE : RESERVED;
  }

  private static Capability capability(Entry entry) {
    String field = "compute_capability";
    return EntryReader.capability(entry, field, entry.text(field));
  }

  private static Card card(Entry entry) {
    Card card =
        new Card(
            entry.text("id"),
            entry.text("name"),
            entry.text("architecture"),
            capability(entry),
            entry.count("nominal_gb"),
            entry.count("reported_mib"),
            entry.has("reserved_mib") ? entry.count("reserved_mib", 0) : usuallyReserved(entry),
            entry.count("bandwidth_gb_per_second"),
            entry.choice("memory_type", MEMORY_TYPES),
            entry.measure("fp16_tflops"),
            entry
                .optionalMeasure("fp8_tflops")
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty),
            entry.count("tdp_watts"),
            entry.flag("nvlink"),
            entry.has("vendor") ? entry.choice("vendor", VENDORS) : Vendor.NVIDIA,
            EntryReader.provenance(entry));
    int most = card.nominalGb() * MIB_IN_A_LABELLED_GB;
    if (card.reportedMib() > most) {
      throw entry.fault("reported_mib", "must not exceed the label, " + most + " MiB");
    }
    return card;
  }
}
