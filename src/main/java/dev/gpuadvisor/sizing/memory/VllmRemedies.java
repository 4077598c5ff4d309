package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Setting;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.memory.VllmMemory.Remedy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What would make a server start that does not: one change each, with the number it needs. */
final class VllmRemedies {

  private static final int LEAST_HUNDREDTHS = 50;
  private static final int MOST_SEQUENCES = 512;

  private final VllmFitting fitting;
  private final MemoryEstimate estimate;
  private final VllmSizing sizing;
  private final RuntimeSettings settings;
  private final int length;
  private final int concurrency;
  private final List<Remedy> remedies = new ArrayList<>();

  VllmRemedies(VllmFitting fitting, MemoryEstimate estimate) {
    this.fitting = fitting;
    this.estimate = estimate;
    this.sizing = fitting.sizing();
    this.settings = fitting.settings();
    this.length = fitting.workload().tokens().context();
    this.concurrency = fitting.workload().tokens().concurrency();
  }

  List<Remedy> all() {
    addAnotherShare();
    addFewerSequences();
    int longest = fitting.longestThatStarts(length);
    if (longest > 0 && longest < length) {
      add("max_model_len", Integer.toString(longest), settings, longest);
    }
    RuntimeSettings eager = settings.withoutGraphs();
    if (!settings.eager() && starts(eager)) {
      add("enforce_eager", "true", eager, length);
    }
    addTextOnly();
    addLargerSteps();
    addSmallerCache();
    addMoreGpus();
    return List.copyOf(remedies);
  }

  /**
   * A larger one where the cache is short; a smaller one where so much is not free at the start.
   */
  private void addAnotherShare() {
    long most = Math.round(100 * sizing.largestShare());
    for (int hundredths = LEAST_HUNDREDTHS; hundredths <= most; hundredths++) {
      RuntimeSettings more = settings.withUtilization(hundredths / 100.0);
      if (sizing.budget(more) > sizing.budget(settings) && starts(more)) {
        String share = BigDecimal.valueOf(hundredths, 2).toPlainString();
        add("gpu_memory_utilization", share, more, length);
        return;
      }
    }
    if (!sizing.warmsUp(settings, length, concurrency)) {
      addSmallerShare(most);
    }
  }

  private void addSmallerShare(long most) {
    for (long hundredths = most; hundredths >= LEAST_HUNDREDTHS; hundredths--) {
      RuntimeSettings less = settings.withUtilization(hundredths / 100.0);
      if (sizing.budget(less) < sizing.budget(settings) && starts(less)) {
        String share = BigDecimal.valueOf(hundredths, 2).toPlainString();
        add("gpu_memory_utilization", share, less, length);
        return;
      }
    }
  }

  private void addFewerSequences() {
    int now = sizing.sequences(settings, concurrency);
    for (int sequences = MOST_SEQUENCES; sequences >= concurrency; sequences /= 2) {
      RuntimeSettings fewer = settings.withSequences(sequences);
      if (sequences < now && starts(fewer)) {
        add("max_num_seqs", Integer.toString(sequences), fewer, length);
        return;
      }
    }
  }

  private void addTextOnly() {
    Workload workload = fitting.workload();
    Workload text = workload.with(workload.settings().withTextOnly());
    if (!settings.textOnly() && workload.model().visionParameters() > 0) {
      boolean named = text.namesTextOnly();
      add(
          named ? "language_model_only" : "limit_mm_per_prompt",
          named ? "true" : "{\"image\":0,\"video\":0}",
          new VllmSizing(text, fitting.format(), estimate, fitting.card(), settings.parallel()));
    }
  }

  private void addLargerSteps() {
    int items = fitting.workload().used().itemTokens();
    RuntimeSettings larger = settings.withTokens(items);
    if (!sizing.takesItems(settings, length, concurrency) && starts(larger)) {
      add("max_num_batched_tokens", Integer.toString(items), larger, length);
    }
  }

  private void addSmallerCache() {
    Workload workload = fitting.workload();
    boolean offered = workload.runtime().kvCacheTypes().contains(KvCacheType.FP8);
    if (workload.kvCache() == KvCacheType.BF16 && offered) {
      VllmSizing smaller =
          new VllmSizing(
              workload.with(KvCacheType.FP8),
              fitting.format(),
              estimate,
              fitting.card(),
              settings.parallel());
      add("kv_cache_dtype", "fp8", smaller);
    }
  }

  private void addMoreGpus() {
    Parallel here = settings.parallel();
    if (fitting.workload().keepsWhole(fitting.format())) {
      return;
    }
    for (int tensor = 2 * here.tensor(); tensor <= Hardware.MAX_GPUS; tensor *= 2) {
      Parallel wider = new Parallel(tensor, here.pipeline(), here.data(), here.wholeExperts());
      if (isPossible(wider)) {
        VllmSizing other =
            new VllmSizing(fitting.workload(), fitting.format(), estimate, fitting.card(), wider);
        if (add("tensor_parallel_size", Integer.toString(tensor), other)) {
          return;
        }
      }
    }
  }

  /** Heads divide, and so do the blocks of the weights. */
  private boolean isPossible(Parallel wider) {
    Workload workload = fitting.workload();
    return wider.isPossible(workload.model(), wider.gpus())
        && workload
            .with(settings.withParallel(wider))
            .wholeExpertsInstead(fitting.format(), wider.gpus())
            .isEmpty();
  }

  private boolean starts(RuntimeSettings other) {
    return sizing.starts(other, length, concurrency);
  }

  private void add(String setting, String value, RuntimeSettings with, int tokens) {
    remedies.add(new Remedy(new Setting(setting, value), sizing.cache(with, tokens, concurrency)));
  }

  private boolean add(String setting, String value, VllmSizing other) {
    boolean starts = other.starts(settings, length, concurrency);
    if (starts) {
      remedies.add(
          new Remedy(new Setting(setting, value), other.cache(settings, length, concurrency)));
    }
    return starts;
  }
}
