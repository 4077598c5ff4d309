package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.GgufWeights;
import dev.gpuadvisor.sizing.llamacpp.GpuLayers;
import dev.gpuadvisor.sizing.llamacpp.LayerRange;
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
    int slots = workload.settings().maxNumSeqs().orElse(profile.slots());
    int step = workload.settings().maxNumBatchedTokens().orElse(profile.batchTokens());
    Setup setup =
        new Setup(
            workload.model(),
            profile,
            workload.kvCache(),
            context,
            Math.max(slots, tokens.concurrency()),
            (int) Math.min(step, context),
            workload.settings().speculation(),
            workload.settings().llamaCpp());
    return setup.encodes() ? setup.withStepOf(tokens.context()) : setup;
  }

  /** The buffers on the fullest of so many GPUs; empty where another runtime does the task. */
  public static Optional<LlamaCppMemory> memory(Task task, Quantization format, int gpus) {
    return runs(task)
        ? Optional.of(memory((Workload) task, format, gpus, layersAsked((Workload) task)))
        : Optional.empty();
  }

  private static int layersAsked(Workload workload) {
    return workload.settings().llamaCpp().gpuLayers().orElse(Integer.MAX_VALUE);
  }

  /** Share of the layers that stays in the memory of the host; 0 for other runtimes. */
  private static double hostShare(Workload workload) {
    double layers = workload.model().layers();
    return runs(workload) ? (layers - onOneGpu(workload).all().size()) / layers : 0;
  }

  /** The same of the weights that a token is read with: experts may stay there alone. */
  public static double hostShareOfWeights(Workload workload) {
    double layers = hostShare(workload);
    int cpuExperts = workload.settings().llamaCpp().cpuExperts();
    if (cpuExperts == 0 || !runs(workload) || workload.model().experts().isEmpty()) {
      return layers;
    }
    Model model = workload.model();
    LayerRange onGpus = onOneGpu(workload).all();
    double routed = model.expertParameters() * model.experts().get().activeShare();
    double hosted = onGpus.shareOfExperts(0) - onGpus.shareOfExperts(cpuExperts);
    return layers + hosted * routed / model.activeParameters();
  }

  /** The same of keys and values. */
  public static double hostShareOfCache(Workload workload) {
    boolean all = runs(workload) && workload.settings().llamaCpp().cacheOnHost();
    return all ? 1 : hostShare(workload);
  }

  private static GpuLayers onOneGpu(Workload workload) {
    return GpuLayers.of(setup(workload), new Placement(layersAsked(workload), 1, 0));
  }

  /** Weights on GPUs. */
  static WeightMemory weights(Workload workload, Quantization format) {
    GgufWeights file = GgufWeights.of(workload.model(), format);
    GpuLayers where = onOneGpu(workload);
    long layers = where.all().weights(file, format, workload.settings().llamaCpp().cpuExperts());
    long head = where.hasHead() ? file.head() : 0;
    return new WeightMemory(layers, workload.draftBytes(format), head, 0, false);
  }

  /** What sequences leave on GPUs. */
  static CacheMemory cache(Workload workload) {
    Setup setup = setup(workload);
    LayerRange layers = onOneGpu(workload).all();
    long index = layers.index(setup);
    return new CacheMemory(
        layers.cache(setup) - index + setup.draftCacheBytes(), index, layers.state(setup));
  }

  /** With what a log says is taken beyond the estimate, or less. */
  static long computeBytes(Workload workload, Quantization format) {
    long estimated = LlamaCppMemory.computeBytes(setup(workload), format, onOneGpu(workload), 0);
    return Math.max(0, estimated + workload.settings().measuredMore());
  }

  private static LlamaCppMemory memory(
      Workload workload, Quantization format, int gpus, int layers) {
    int mib =
        workload.runtime().cudaContextMib() + ((Static) workload.runtime().memory()).baseMib();
    long overhead = Math.max(0, mib * MIB + workload.settings().measuredMore());
    return LlamaCppMemory.of(setup(workload), format, new Placement(layers, gpus, overhead));
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
