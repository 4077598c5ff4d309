package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.ServingProfile.Efficiency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads {@code serving.json}: what was fitted to measured servers. */
final class ServingReader {

  private ServingReader() {}

  static ServingProfile read(Entry file, NameIndex<Card> cards) {
    file.text("$schema");
    EntryReader.provenance(file);
    ServingProfile profile = profile(file, cards);
    file.end();
    return profile;
  }

  private static ServingProfile profile(Entry entry, NameIndex<Card> cards) {
    Map<Card, Efficiency> reached = new LinkedHashMap<>();
    AllowedValues<Card> allowed = AllowedValues.of(cards);
    for (Entry each : entry.entries("cards")) {
      reached.put(
          each.choice("card", allowed),
          new Efficiency(
              each.measure("bandwidth"), each.measure("compute"), each.measure("sustained")));
      each.end();
    }
    return new ServingProfile(constants(entry.object("constants")), reached);
  }

  private static Map<Constant, Double> constants(Entry entry) {
    Map<Constant, Double> constants = new EnumMap<>(Constant.class);
    for (Constant constant : Constant.values()) {
      constants.put(constant, entry.measure(constant.name().toLowerCase(Locale.ROOT).intern()));
    }
    entry.end();
    return constants;
  }
}
