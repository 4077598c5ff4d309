package dev.gpuadvisor.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What serves a model, in one generation of its memory and speed behaviour.
 *
 * @param id {@code transformers-4.46}
 * @param runtime {@code transformers}; names the profile that is its default too
 * @param isDefault whether {@code runtime} alone means this profile
 * @param from the release from which it behaves so, until the next profile's
 * @param usableFraction share of a card's memory that the runtime lets itself use
 * @param cudaContextMib what the CUDA context takes from each card before anything is allocated
 * @param split how several GPUs work together
 * @param memory constants of the memory rule
 * @param speed constants of the speed rule
 * @param errorPercent how far published measurements lie from the memory rule at most
 * @param formats quantization formats that the runtime loads, by family: the first is what the
 *     family's name means
 * @param pulls the family of formats that it fetches where only a model is named; empty where
 *     whoever starts it names files
 * @param besides formats that it loads and that nobody is advised to use with it: they count where
 *     they are named together with it
 * @param support the compute capability that its kernels of each format need
 */
public record RuntimeProfile(
    String id,
    String runtime,
    boolean isDefault,
    Version from,
    double usableFraction,
    int cudaContextMib,
    GpuSplit split,
    MemoryProfile memory,
    SpeedProfile speed,
    double errorPercent,
    Map<String, List<Quantization>> formats,
    Optional<String> pulls,
    List<Quantization> besides,
    FormatSupport support,
    List<KvCacheType> kvCacheTypes,
    Provenance provenance) {

  /** Copied in order, which is what makes a format the first of its family. */
  public RuntimeProfile {
    Map<String, List<Quantization>> copy = new LinkedHashMap<>();
    formats.forEach((family, members) -> copy.put(family, List.copyOf(members)));
    formats = Collections.unmodifiableMap(copy);
    besides = List.copyOf(besides);
    kvCacheTypes = List.copyOf(kvCacheTypes);
  }

  /** Hash of the id only: these records are map keys on the hot path. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
