package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;

/**
 * What is to be served, whatever its weights are stored in.
 *
 * @param loraRank rank of the adapter that is loaded with the model; 0 without one
 */
public record Workload(
    Model model, RuntimeProfile runtime, Tokens tokens, KvCacheType kvCache, int loraRank)
    implements Task {

  public static final int MAX_LORA_RANK = 512;

  public Workload {
    if (loraRank < 0 || loraRank > MAX_LORA_RANK) {
      throw new IllegalArgumentException("loraRank: " + loraRank);
    }
  }

  public Workload with(Tokens others) {
    return new Workload(model, runtime, others, kvCache, loraRank);
  }

  @Override
  public double usableFraction() {
    return runtime.usableFraction();
  }

  @Override
  public int length() {
    return tokens.context();
  }

  @Override
  public int longest() {
    return Tokens.MAX_CONTEXT;
  }

  @Override
  public int mostSequences() {
    return Tokens.MAX_CONCURRENCY;
  }

  @Override
  public Workload withLength(int context) {
    return with(tokens.withContext(context));
  }

  @Override
  public Workload withSequences(int sequences) {
    return with(tokens.withConcurrency(sequences));
  }

  @Override
  public MemoryEstimate estimate(Quantization format) {
    return MemoryEstimate.of(this, format);
  }

  @Override
  public MemoryEstimate resized(MemoryEstimate estimate) {
    return estimate.with(
        KvCache.bytes(model, kvCache, tokens), Activations.bytes(model, runtime, tokens));
  }
}
