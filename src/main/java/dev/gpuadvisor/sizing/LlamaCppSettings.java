package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.KvCacheType;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How llama.cpp is started, as far as the caller says; what is empty is its own default.
 *
 * <p>Source: common/arg.cpp of ggml-org/llama.cpp.
 *
 * @param gpuLayers layers that may lie on GPUs, the language-model head being one ({@code -ngl})
 * @param cpuExperts layers, from the first on, whose routed experts stay in the memory of the host
 *     ({@code --n-cpu-moe}); shared experts do not
 * @param cacheOnHost whether keys, values and states stay there ({@code --no-kv-offload})
 * @param fullWindows whether layers with a window keep all tokens ({@code --swa-full})
 * @param values how values are stored where it is not as keys are ({@code -ctv})
 */
public record LlamaCppSettings(
    OptionalInt gpuLayers,
    int cpuExperts,
    boolean cacheOnHost,
    boolean fullWindows,
    Optional<KvCacheType> values) {

  /** Everything as llama.cpp has it. */
  public static final LlamaCppSettings DEFAULT = layers(OptionalInt.empty());

  /** So many layers on GPUs, and all else as it is. */
  public static LlamaCppSettings layers(OptionalInt onGpus) {
    return new LlamaCppSettings(onGpus, 0, false, false, Optional.empty());
  }

  /**
   * What a draft's context takes over, which is told as the model's is but for the places of layers
   * and the types of its cache (common_base_params_to_speculative in common/speculative.cpp).
   */
  public LlamaCppSettings ofDraft() {
    return new LlamaCppSettings(OptionalInt.empty(), 0, cacheOnHost, fullWindows, Optional.empty());
  }

  /** Whether tensors lie elsewhere than their layers, or the cache does. */
  public boolean partsLayers() {
    return cpuExperts > 0 || cacheOnHost;
  }
}
