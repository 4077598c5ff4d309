package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.FormatSupport;
import dev.gpuadvisor.catalog.GpuSplit;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.SpeedProfile;
import dev.gpuadvisor.catalog.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code runtimes.json}. */
final class RuntimeReader {

  private static final AllowedValues<KvCacheType> KV_CACHE_TYPES =
      AllowedValues.of(KvCacheType.class);
  private static final AllowedValues<String> FAMILIES = AllowedValues.of("16bit", "8bit", "4bit");
  private static final AllowedValues<GpuSplit> SPLITS = AllowedValues.of(GpuSplit.class);

  private final NameIndex.Builder<RuntimeProfile> profiles = NameIndex.builder();
  private final List<RuntimeProfile> read = new ArrayList<>();
  private final NameIndex<Quantization> all;
  private final AllowedValues<Quantization> quantizations;
  private final FormatSupportReader support;
  private final ServingProfile serving;

  private RuntimeReader(
      NameIndex<Quantization> quantizations, FormatSupportReader support, ServingProfile serving) {
    this.all = quantizations;
    this.quantizations = AllowedValues.of(quantizations);
    this.support = support;
    this.serving = serving;
  }

  static NameIndex<RuntimeProfile> read(
      Entry file,
      NameIndex<Quantization> quantizations,
      FormatSupportReader support,
      ServingProfile serving) {
    RuntimeReader reader = new RuntimeReader(quantizations, support, serving);
    List<Entry> entries = EntryReader.entries(file, "runtimes");
    entries.forEach(reader::add);
    reader.profiles.otherwise(new RuntimeVersions(List.copyOf(reader.read))::find);
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
    read.add(profile);
    entry.end();
  }

  /** What an entry does not say is as in the profile that it names. */
  private RuntimeProfile profile(Entry entry) {
    Optional<RuntimeProfile> like = like(entry);
    String runtime = entry.text("runtime");
    Version from = FormatSupportReader.version(entry, "from");
    FormatSupport kernels = support.of(runtime, from);
    MemoryProfile memory = new MemoryProfileReader(quantizations).read(entry.object("memory"));
    return new RuntimeProfile(
        entry.text("id"),
        runtime,
        entry.flag("default"),
        from,
        EntryReader.share(entry, "usable_fraction"),
        entry.count("cuda_context_mib", 0),
        entry.choice("split", SPLITS),
        memory,
        memory instanceof MemoryProfile.Paged ? SpeedProfile.of(serving) : speed(entry, like),
        entry.measure("error_percent"),
        like.filter(profile -> !entry.has("formats"))
            .map(RuntimeProfile::formats)
            .orElseGet(() -> formats(entry)),
        entry.has("pulls") ? Optional.of(entry.choice("pulls", FAMILIES)) : Optional.empty(),
        all.all().stream().filter(kernels::isExperimental).toList(),
        kernels,
        entry.choices("kv_cache_types", KV_CACHE_TYPES, 1),
        EntryReader.provenance(entry));
  }

  private SpeedProfile speed(Entry entry, Optional<RuntimeProfile> like) {
    return like.filter(profile -> !entry.has("speed"))
        .map(RuntimeProfile::speed)
        .orElseGet(() -> new SpeedProfileReader(quantizations).read(entry.object("speed")));
  }

  private Optional<RuntimeProfile> like(Entry entry) {
    if (!entry.has("like")) {
      return Optional.empty();
    }
    String id = entry.text("like");
    Optional<RuntimeProfile> like =
        read.stream().filter(profile -> profile.id().equals(id)).findFirst();
    if (like.isEmpty()) {
      throw entry.fault("like", "must be a profile that stands before this one");
    }
    return like;
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
