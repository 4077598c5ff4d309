package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory.Placement;
import dev.gpuadvisor.sizing.llamacpp.Setup;
import java.util.Optional;

/** Workloads under llama.cpp: how it is started for them, and what its log will say. */
public final class LlamaCpp {

  private static final long MIB = 1L << 20;

  private LlamaCpp() {}

  static boolean runs(Task task) {
    return task instanceof Workload workload && workload.runtime().memory() instanceof Static;
  }

  /** With room for all its sequences at their full length. */
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

  /** The buffers on the fullest of so many GPUs; empty where another runtime does the task. */
  public static Optional<LlamaCppMemory> memory(Task task, Quantization format, int gpus) {
    return runs(task)
        ? Optional.of(memory((Workload) task, format, gpus, Integer.MAX_VALUE))
        : Optional.empty();
  }

  private static LlamaCppMemory memory(
      Workload workload, Quantization format, int gpus, int layers) {
    int mib =
        workload.runtime().cudaContextMib() + ((Static) workload.runtime().memory()).baseMib();
    return LlamaCppMemory.of(setup(workload), format, new Placement(layers, gpus, mib * MIB));
  }

  /** Layers, the head being one, that fit on so many GPUs of so many usable bytes each. */
  public static int layersThatFit(
      Workload workload, Quantization format, int gpus, long usableBytes) {
    int fit = 0;
    int tooMany = workload.model().layers() + 2;
    while (tooMany - fit > 1) {
      int half = (fit + tooMany) / 2;
      if (memory(workload, format, gpus, half).total() <= usableBytes) {
        fit = half;
      } else {
        tooMany = half;
      }
    }
    return fit;
  }
}
