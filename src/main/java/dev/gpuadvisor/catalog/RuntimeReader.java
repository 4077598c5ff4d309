package dev.gpuadvisor.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code runtimes.json}. */
final class RuntimeReader {

  private static final Choice<KvCacheType> KV_CACHE_TYPES = Choice.of(KvCacheType.class);

  private final NameIndex.Builder<RuntimeProfile> profiles = NameIndex.builder();
  private final Choice<Quantization> quantizations;

  private RuntimeReader(NameIndex<Quantization> quantizations) {
    this.quantizations = Choice.of(quantizations);
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

  /** The runtime's own name belongs to its default profile; a second default finds it taken. */
  private void add(Entry entry) {
    RuntimeProfile profile = profile(entry);
    List<String> runtimeName = profile.isDefault() ? List.of(profile.runtime()) : List.of();
    EntryReader.index(entry, "id", () -> profiles.add(profile, profile.id(), runtimeName));
    entry.end();
  }

  private RuntimeProfile profile(Entry entry) {
    return new RuntimeProfile(
        entry.text("id"),
        entry.text("runtime"),
        entry.flag("default"),
        share(entry, "usable_fraction"),
        entry.count("cuda_context_mib", 0),
        entry.count("base_mib", 0),
        entry.measure("prompt_activation_factor"),
        entry.measure("error_percent"),
        formats(entry),
        entry.choices("kv_cache_types", KV_CACHE_TYPES),
        share(entry, "bandwidth_efficiency"),
        entry.measure("layer_overhead_ms"),
        EntryReader.provenance(entry));
  }

  private Map<String, List<Quantization>> formats(Entry entry) {
    Entry families = entry.object("formats");
    Map<String, List<Quantization>> formats = new LinkedHashMap<>();
    for (String family : families.names()) {
      List<Quantization> members = families.choices(family, quantizations);
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

  private static double share(Entry entry, String field) {
    double share = entry.measure(field);
    if (share > 1) {
      throw entry.fault(field, "must be at most 1");
    }
    return share;
  }
}
