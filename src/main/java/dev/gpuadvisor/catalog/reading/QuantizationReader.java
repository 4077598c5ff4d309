package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import java.util.List;

/** Reads {@code quantizations.json}. */
final class QuantizationReader {

  private static final AllowedValues<String> FAMILIES =
      AllowedValues.of("16bit", "8bit", "6bit", "5bit", "4bit", "3bit", "2bit", "1bit", "32bit");
  private static final AllowedValues<Quantization.Scope> SCOPES =
      AllowedValues.of(Quantization.Scope.class);
  private static final int BEST_QUALITY = 5;
  private static final int MOST_BITS = 32;

  private QuantizationReader() {}

  static NameIndex<Quantization> read(Entry file) {
    NameIndex.Builder<Quantization> quantizations = NameIndex.builder();
    for (Entry entry : EntryReader.entries(file, "quantizations")) {
      Quantization quantization = quantization(entry);
      List<String> aliases = entry.texts("aliases", 0);
      EntryReader.index(
          entry, "id", () -> quantizations.add(quantization, quantization.id(), aliases));
      entry.end();
    }
    return quantizations.build();
  }

  private static Quantization quantization(Entry entry) {
    Quantization quantization =
        new Quantization(
            entry.text("id"),
            entry.text("name"),
            entry.choice("family", FAMILIES),
            entry.measure("bits_per_weight"),
            entry.choice("scope", SCOPES),
            entry.optionalObject("gguf").map(GgufMixReader::read),
            entry.optionalObject("blocks").map(QuantizationReader::blocks),
            entry.count("quality"),
            entry.flag("needs_fp8"),
            EntryReader.provenance(entry));
    if (quantization.bitsPerWeight() > MOST_BITS) {
      throw entry.fault("bits_per_weight", "must be at most " + MOST_BITS);
    }
    if (quantization.quality() > BEST_QUALITY) {
      throw entry.fault("quality", "must be from 1 to " + BEST_QUALITY);
    }
    return quantization;
  }

  private static Quantization.Blocks blocks(Entry entry) {
    Quantization.Blocks blocks =
        new Quantization.Blocks(entry.count("weights"), entry.texts("owners", 0));
    entry.end();
    return blocks;
  }
}
