package dev.gpuadvisor.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What serves a model, in one generation of its memory and speed behaviour.
 *
 * @param id {@code transformers-4.46}
 * @param runtime {@code transformers}; names the profile that is its default too
 * @param isDefault whether {@code runtime} alone means this profile
 * @param usableFraction share of a card's memory that the runtime lets itself use
 * @param cudaContextMib what the CUDA context takes from each card before anything is allocated
 * @param baseMib allocated besides weights, cache and prompt
 * @param promptActivationFactor activations of the prompt, in 16-bit elements for each token and
 *     each element of hidden plus feed-forward size
 * @param errorPercent bound of the residuals on the published rows that the profile was calibrated
 *     on
 * @param formats quantization formats that the runtime loads, by family: the first is what the
 *     family's name means
 * @param bandwidthEfficiency share of a card's bandwidth that decoding reaches
 * @param layerOverheadMs time that each layer costs for a token whatever its size, in milliseconds
 */
public record RuntimeProfile(
    String id,
    String runtime,
    boolean isDefault,
    double usableFraction,
    int cudaContextMib,
    int baseMib,
    double promptActivationFactor,
    double errorPercent,
    Map<String, List<Quantization>> formats,
    List<KvCacheType> kvCacheTypes,
    double bandwidthEfficiency,
    double layerOverheadMs,
    Provenance provenance) {

  /** Copied in order, which is what makes a format the first of its family. */
  public RuntimeProfile {
    Map<String, List<Quantization>> copy = new LinkedHashMap<>();
    formats.forEach((family, members) -> copy.put(family, List.copyOf(members)));
    formats = Collections.unmodifiableMap(copy);
    kvCacheTypes = List.copyOf(kvCacheTypes);
  }
}
