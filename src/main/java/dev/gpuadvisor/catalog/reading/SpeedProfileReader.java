package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.MemoryType;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.SpeedProfile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the speed rule of a runtime profile. */
final class SpeedProfileReader {

  private final AllowedValues<Quantization> quantizations;

  SpeedProfileReader(AllowedValues<Quantization> quantizations) {
    this.quantizations = quantizations;
  }

  SpeedProfile read(Entry entry) {
    SpeedProfile speed =
        new SpeedProfile(
            entry.flag("overlaps"),
            entry.measure("layer_ms"),
            byFormat(entry, "layer_ms_by_format"),
            byMemoryType(entry.object("weight_efficiency")),
            byCapability(entry),
            byMemoryType(entry.object("cache_efficiency")),
            byFormat(entry, "kernel_gb_per_second"),
            entry.optionalMeasure("gpu_ms").orElse(0.0),
            entry.optionalMeasure("gpu_layer_ms").orElse(0.0),
            entry.optionalObject("experts").map(SpeedProfileReader::experts),
            entry.optionalObject("kernels").map(SpeedProfileReader::kernels),
            EntryReader.share(entry, "compute_efficiency"),
            Optional.empty());
    entry.end();
    return speed;
  }

  private Map<Quantization, Double> byFormat(Entry entry, String field) {
    Entry formats = entry.object(field);
    Map<Quantization, Double> values = new HashMap<>();
    for (String format : formats.names()) {
      values.put(quantization(formats, format), formats.measure(format));
    }
    return values;
  }

  private Quantization quantization(Entry formats, String name) {
    return quantizations
        .meaning(name)
        .orElseThrow(() -> formats.fault(name, "must be the id of a quantization"));
  }

  private static Map<Capability, Double> byCapability(Entry entry) {
    Map<Capability, Double> shares = new HashMap<>();
    entry
        .optionalObject("weight_efficiency_by_capability")
        .ifPresent(
            cards ->
                cards
                    .names()
                    .forEach(
                        name ->
                            shares.put(
                                EntryReader.capability(cards, name, name),
                                EntryReader.share(cards, name))));
    return shares;
  }

  private static Map<MemoryType, Double> byMemoryType(Entry entry) {
    Map<MemoryType, Double> shares = new EnumMap<>(MemoryType.class);
    shares.put(MemoryType.GDDR, EntryReader.share(entry, "gddr"));
    shares.put(MemoryType.HBM, EntryReader.share(entry, "hbm"));
    entry.end();
    return shares;
  }

  private static SpeedProfile.ExpertLoop experts(Entry entry) {
    SpeedProfile.ExpertLoop loop =
        new SpeedProfile.ExpertLoop(entry.measure("idle_ms"), entry.measure("active_ms"));
    entry.end();
    return loop;
  }

  private static SpeedProfile.MoreKernels kernels(Entry entry) {
    SpeedProfile.MoreKernels kernels =
        new SpeedProfile.MoreKernels(
            entry.measure("expert_layer_ms"), entry.measure("delta_layer_ms"));
    entry.end();
    return kernels;
  }
}
