package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory;
import dev.gpuadvisor.sizing.llamacpp.Setup;

/** The compute buffer that llama.cpp reserves when it starts. */
record StaticActivations(Workload workload) implements Activations {

  private static final long MIB = 1L << 20;

  /** How llama.cpp is started for a workload: with room for each of its sequences. */
  static Setup setup(Workload workload) {
    Static profile = (Static) workload.runtime().memory();
    Tokens tokens = workload.tokens();
    long context = (long) tokens.context() * tokens.concurrency();
    return new Setup(
        workload.model(),
        profile,
        workload.kvCache(),
        context,
        Math.max(profile.slots(), tokens.concurrency()),
        (int) Math.min(profile.batchTokens(), context));
  }

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    Setup setup = setup(workload.with(tokens));
    return setup.profile().baseMib() * MIB + LlamaCppMemory.computeBytes(setup);
  }
}
