package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.GpuSplit;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code runtimes.json}. */
final class RuntimeReader {

  private static final AllowedValues<KvCacheType> KV_CACHE_TYPES =
      AllowedValues.of(KvCacheType.class);
  private static final AllowedValues<GpuSplit> SPLITS = AllowedValues.of(GpuSplit.class);

  private final NameIndex.Builder<RuntimeProfile> profiles = NameIndex.builder();
  private final AllowedValues<Quantization> quantizations;

  private RuntimeReader(NameIndex<Quantization> quantizations) {
    this.quantizations = AllowedValues.of(quantizations);
  }

  static NameIndex<RuntimeProfile> read(Entry file, NameIndex<Quantization> quantizations) {
    RuntimeReader reader = new RuntimeReader(quantizations);
    List<Entry> entries = EntryReader.entries(file, "runtimes");
    entries.forEach(reader::add);
    NameIndex<RuntimeProfile> profiles = reader.profiles.build();
    for (Entry entry : entries) {
      if (profiles.find(entry.text("runtime")).isEmpty()) {
        throw entry.fault("default", "must be true for one profile of the runtime");
      }
    }
    return profiles;
  }

  /**
   * The runtime's own name belongs to its default profile, which may have no other; a second
   * default finds it taken.
   */
  private void add(Entry entry) {
    RuntimeProfile profile = profile(entry);
    boolean needsName = profile.isDefault() && !profile.id().equals(profile.runtime());
    List<String> runtimeName = needsName ? List.of(profile.runtime()) : List.of();
    EntryReader.index(entry, "id", () -> profiles.add(profile, profile.id(), runtimeName));
    entry.end();
  }

  private RuntimeProfile profile(Entry entry) {
    return new RuntimeProfile(
        entry.text("id"),
        entry.text("runtime"),
        entry.flag("default"),
        EntryReader.share(entry, "usable_fraction"),
        entry.count("cuda_context_mib", 0),
        entry.choice("split", SPLITS),
        new MemoryProfileReader(quantizations).read(entry.object("memory")),
        new SpeedProfileReader(quantizations).read(entry.object("speed")),
        entry.measure("error_percent"),
        formats(entry),
        entry.choices("kv_cache_types", KV_CACHE_TYPES, 1),
        EntryReader.provenance(entry));
  }

  private Map<String, List<Quantization>> formats(Entry entry) {
    Entry families = entry.object("formats");
    Map<String, List<Quantization>> formats = new LinkedHashMap<>();
    for (String family : families.names()) {
      List<Quantization> members = families.choices(family, quantizations, 1);
      for (Quantization member : members) {
        if (!member.family().equals(family)) {
          throw families.fault(family, "'" + member.id() + "' is of family " + member.family());
        }
      }
      formats.put(family, members);
    }
    if (formats.isEmpty()) {
      throw entry.fault("formats", "must not be empty");
    }
    return formats;
  }
}
