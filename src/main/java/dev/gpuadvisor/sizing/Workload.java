package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;

/**
 * What is to be served, whatever its weights are stored in.
 *
 * @param loraRank rank of the adapter that is loaded with the model; 0 without one
 */
public record Workload(
    Model model, RuntimeProfile runtime, Tokens tokens, KvCacheType kvCache, int loraRank) {

  public static final int MAX_LORA_RANK = 512;

  public Workload {
    if (loraRank < 0 || loraRank > MAX_LORA_RANK) {
      throw new IllegalArgumentException("loraRank: " + loraRank);
    }
  }

  public Workload with(Tokens others) {
    return new Workload(model, runtime, others, kvCache, loraRank);
  }
}
