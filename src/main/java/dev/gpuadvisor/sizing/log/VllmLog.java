package dev.gpuadvisor.sizing.log;

import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/** The start-up log of vLLM, of the V0 engine and of V1. */
final class VllmLog implements LogReader {

  private static final int BLOCK = 16;
  private static final double MOST_GIB = 1e6;
  private static final List<String> BLOCKS =
      List.of("# GPU blocks: ", "# CUDA blocks: ", "# cuda blocks: ", "# rocm blocks: ");

  /** Lines with sizes. */
  private static final List<String> SAYS =
      List.of("Model loading took", "model weights take", "weights took", "KV cache", "KV Cache");

  private static final List<String> TRACES =
      List.of(
          "vllm",
          "vLLM",
          "KV cache memory",
          "kv cache memory in use",
          "Desired GPU memory utilization",
          "Model loading took",
          "Loading model weights took",
          "model weights take",
          "Memory profiling results: ",
          "GPU KV cache size",
          "KV cache is needed",
          "Maximum concurrency for");

  @Override
  public Optional<StartupLog> read(LogText text) {
    boolean traces = text.lines().stream().anyMatch(VllmLog::isTrace);
    LogText last = text.ofOneService(SAYS).lastStart("API server version ", SAYS);
    return traces ? Optional.of(new Reading().of(last)) : Optional.empty();
  }

  private static boolean isTrace(String line) {
    return TRACES.stream().anyMatch(line::contains);
  }

  private static final class Reading {
    private final VllmArguments arguments = new VllmArguments();
    private final Map<String, Double> parts = new LinkedHashMap<>();
    private Optional<Outcome> outcome = Optional.empty();
    private OptionalDouble weightsAndPeak = OptionalDouble.empty();

    /** Weights and what lies outside of the framework: later releases print no more than both. */
    private OptionalDouble consumed = OptionalDouble.empty();

    private OptionalDouble expectedOfGraphs = OptionalDouble.empty();

    StartupLog of(LogText text) {
      for (String line : text.lines()) {
        arguments.read(line);
        sizes(line);
        outcome(line);
      }
      weightsAndPeak.ifPresent(this::partPeak);
      consumed.ifPresent(this::partConsumed);
      return new StartupLog("vllm", arguments.release(), arguments.settings(), parts, outcome);
    }

    /** 0.6.4 prints weights and peak as one, and the weights before. */
    private void partPeak(double sum) {
      if (parts.containsKey("weights_gib")) {
        parts.putIfAbsent("activation_peak_gib", sum - parts.get("weights_gib"));
      }
    }

    /** Whoever prints both as one has in the peak what it expects of graphs. */
    private void partConsumed(double sum) {
      double graphs = expectedOfGraphs.orElse(0);
      parts.computeIfPresent("activation_peak_gib", (part, peak) -> Math.max(0, peak - graphs));
      if (parts.containsKey("weights_gib")) {
        parts.putIfAbsent("non_torch_gib", Math.max(0, sum - parts.get("weights_gib")));
      }
    }

    private void sizes(String line) {
      largest("weights_gib", line, "Model loading took ");
      largest("weights_gib", line, "Loading model weights took ");
      largest("weights_gib", line, "model weights take ");
      largest("weights_gib", line, "; weights memory: ");
      largest("non_torch_gib", line, "non_torch_memory takes ");
      largest("non_torch_gib", line, "non_torch_memory=");
      largest("non_torch_gib", line, "non-torch forward increase memory: ");
      largest("activation_peak_gib", line, "activation peak memory takes ");
      largest("activation_peak_gib", line, "torch peak memory increase: ");
      if (weightsAndPeak.isEmpty()) {
        weightsAndPeak = LogText.number(line, "peak_torch_memory=");
      }
      usage(line);
      largest("total_gib", line, "total_gpu_memory (");
      largest("total_gib", line, "total_gpu_memory=");
      smallest("kv_cache_gib", line, "reserved for KV Cache is ");
      smallest("kv_cache_gib", line, "Available KV cache memory: ");
      smallest("kv_cache_gib", line, "kv_cache_size=");
      smallest("kv_cache_gib", line, "larger than the available KV cache memory (");
      inUse(LogText.number(line, "Current kv cache memory in use is "));
      smallest("kv_tokens", line, "KV cache size: ");
      blocks(line);
      smallest("max_concurrency", line, "tokens per request: ");
      if (line.contains("Graph capturing finished")) {
        largest("cuda_graph_gib", line, ", took ");
      }
    }

    /** In bytes until 0.11. */
    private void inUse(OptionalDouble cache) {
      cache.ifPresent(
          size ->
              parts.merge("kv_cache_gib", size < MOST_GIB ? size : size / (1L << 30), Math::min));
    }

    /** {@code Actual usage is a GiB for weight, b GiB for peak activation, ...}. */
    private void usage(String line) {
      int free = line.indexOf("Free memory on device (");
      int slash = free < 0 ? -1 : line.indexOf('/', free);
      if (slash > 0) {
        largest("total_gib", line.substring(slash), "/");
      }
      before("weights_gib", line, " GiB for weight");
      if (consumed.isEmpty()) {
        consumed = numberBefore(line, " GiB for consumed memory");
      }
      if (expectedOfGraphs.isEmpty()) {
        expectedOfGraphs = LogText.number(line, "Estimated CUDA graph memory: ");
      }
      before("activation_peak_gib", line, " GiB for peak activation");
      before("non_torch_gib", line, " GiB for non-torch");
      before("cuda_graph_gib", line, " GiB for CUDAGraph");
    }

    private void before(String part, String line, String phrase) {
      keep(part, numberBefore(line, phrase), Math::max);
    }

    private static OptionalDouble numberBefore(String line, String phrase) {
      int end = line.indexOf(phrase);
      return end > 0
          ? LogText.number(line.substring(line.lastIndexOf(' ', end - 1) + 1, end), "")
          : OptionalDouble.empty();
    }

    private void blocks(String line) {
      for (String phrase : BLOCKS) {
        OptionalDouble blocks = LogText.number(line, phrase);
        if (blocks.isPresent()) {
          parts.merge("kv_tokens", blocks.getAsDouble() * BLOCK, Math::min);
        }
      }
    }

    private void largest(String part, String line, String phrase) {
      keep(part, LogText.number(line, phrase), Math::max);
    }

    /** Of the caches of several GPUs the smallest decides. */
    private void smallest(String part, String line, String phrase) {
      keep(part, LogText.number(line, phrase), Math::min);
    }

    private void keep(String part, OptionalDouble number, DoubleBinaryOperator which) {
      if (number.isPresent()) {
        parts.merge(part, number.getAsDouble(), which::applyAsDouble);
      }
    }

    private void outcome(String line) {
      if (line.contains("KV cache is needed")
          || line.contains("max seq len")
              && line.contains("larger than the maximum number of tokens")) {
        outcome = Optional.of(Outcome.MAX_LEN_REFUSED);
      } else if (line.contains("No available memory for the cache blocks")
          || line.contains("CUDA out of memory")
          || line.contains("torch.OutOfMemoryError")) {
        outcome = Optional.of(Outcome.OUT_OF_MEMORY);
      } else if (outcome.isEmpty()
          && (line.contains("Application startup complete")
              || line.contains("Graph capturing finished"))) {
        outcome = Optional.of(Outcome.STARTED);
      }
    }
  }
}
