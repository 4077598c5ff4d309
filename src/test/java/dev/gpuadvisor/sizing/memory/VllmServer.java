package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;

/** A server of vLLM as a user starts it. */
record VllmServer(Workload workload, String weights, String card) {

  VllmFitting fitting() {
    return VllmFitting.of(
        workload,
        format(weights),
        workload.estimate(format(weights)),
        CATALOG.cards().find(card).orElseThrow(),
        Math.max(1, workload.settings().parallel().gpus()));
  }

  /** What cuts blocks of the weights does not, however much memory there is. */
  boolean starts() {
    int gpus = workload.settings().parallel().gpus();
    return workload.wholeExpertsInstead(format(weights), gpus).isEmpty()
        && fitting().memory().starts();
  }

  /** With the settings that its estimate took, and nothing left to choose for itself. */
  VllmServer settled() {
    VllmFitting taken = fitting();
    return with(workload.with(taken.settings().withUtilization(taken.share())));
  }

  VllmServer with(Workload other) {
    return new VllmServer(other, weights, card);
  }

  VllmServer with(String setting, String value) {
    RuntimeSettings now = workload.settings();
    Parallel spread = now.parallel();
    Tokens tokens = workload.tokens();
    return with(
        switch (setting) {
          case "gpu_memory_utilization" ->
              workload.with(now.withUtilization(Double.parseDouble(value)));
          case "max_num_seqs" -> workload.with(now.withSequences(Integer.parseInt(value)));
          case "max_model_len" ->
              new Workload(
                      workload.model(),
                      workload.runtime(),
                      new Tokens(Integer.parseInt(value), 1, tokens.concurrency()),
                      workload.kvCache(),
                      workload.adapters())
                  .with(now);
          case "enforce_eager" -> workload.with(now.withoutGraphs());
          case "language_model_only", "limit_mm_per_prompt" -> workload.with(now.withTextOnly());
          case "kv_cache_dtype" -> workload.with(KvCacheType.FP8);
          case "tensor_parallel_size" ->
              workload.with(
                  now.withParallel(
                      new Parallel(
                          Integer.parseInt(value),
                          spread.pipeline(),
                          spread.data(),
                          spread.wholeExperts())));
          default -> throw new IllegalArgumentException(setting);
        });
  }

  boolean startsWith(String setting, Object value) {
    VllmServer other = with(setting, value.toString());
    boolean possible =
        !setting.equals("tensor_parallel_size")
            || other
                .workload
                .settings()
                .parallel()
                .isPossible(workload.model(), other.workload.settings().parallel().gpus());
    return possible && other.starts();
  }

  static VllmServer of(
      String runtime, String model, String weights, String card, int length, String share) {
    return of(runtime, model, weights, card, length, share, 1, "tp1");
  }

  /**
   * @param share of the memory; empty where that is left to the runtime
   * @param on the GPUs that it is spread over
   */
  static VllmServer of(
      String runtime,
      String model,
      String weights,
      String card,
      int length,
      String share,
      int users,
      String on) {
    RuntimeSettings settings =
        RuntimeSettings.DEFAULT.withParallel(Parallel.parse(on).orElseThrow());
    Workload workload =
        Workloads.on(runtime, model, new Tokens(length, 1, users))
            .with(share.isEmpty() ? settings : settings.withUtilization(Double.parseDouble(share)));
    return new VllmServer(workload, weights, card);
  }
}
