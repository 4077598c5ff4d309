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
  private static final List<String> BLOCKS =
      List.of("# GPU blocks: ", "# CUDA blocks: ", "# cuda blocks: ", "# rocm blocks: ");
  private static final String ENDS = "'\", \t)}";

  private static final List<String> TRACES =
      List.of(
          "vllm",
          "vLLM",
          "KV cache memory",
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
    return traces ? Optional.of(new Reading().of(text)) : Optional.empty();
  }

  private static boolean isTrace(String line) {
    return TRACES.stream().anyMatch(line::contains);
  }

  private static final class Reading {
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Double> parts = new LinkedHashMap<>();
    private Optional<String> release = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private OptionalDouble weightsAndPeak = OptionalDouble.empty();

    StartupLog of(LogText text) {
      for (String line : text.lines()) {
        settings(line);
        sizes(line);
        outcome(line);
      }
      weightsAndPeak.ifPresent(this::partPeak);
      return new StartupLog("vllm", release, settings, parts, outcome);
    }

    /** 0.6.4 prints weights and peak as one, and the weights before. */
    private void partPeak(double sum) {
      if (parts.containsKey("weights_gib")) {
        parts.putIfAbsent("activation_peak_gib", sum - parts.get("weights_gib"));
      }
    }

    private void settings(String line) {
      release(line, "API server version ");
      release(line, "LLM engine (v");
      setting("model", LogText.word(line, "config: model=", ENDS));
      setting("model", LogText.word(line, "'model': ", ENDS));
      setting("model", LogText.word(line, "'model_tag': ", ENDS));
      quantization(LogText.word(line, "quantization=", ENDS));
      cacheType(LogText.word(line, "kv_cache_dtype=", ENDS));
      whole("context", line, "max_seq_len=");
      whole("context", line, "'max_model_len': ");
      whole("max_num_seqs", line, "'max_num_seqs': ");
      whole("max_num_seqs", line, "max_num_seqs to ");
      whole("max_num_batched_tokens", line, "'max_num_batched_tokens': ");
      whole("max_num_batched_tokens", line, "max_num_batched_tokens to ");
      whole("max_num_batched_tokens", line, "max_num_batched_tokens=");
      share(line, "'gpu_memory_utilization': ");
      share(line, "gpu_memory_utilization=");
      share(line, "gpu_memory_utilization (");
      share(line, "GPU memory utilization is (");
      parallel(line);
    }

    private void release(String line, String phrase) {
      String version = LogText.word(line, phrase, " ),;");
      if (!version.isEmpty() && release.isEmpty()) {
        release = Optional.of(version.startsWith("v") ? version.substring(1) : version);
      }
    }

    private void setting(String name, String value) {
      if (!value.isEmpty() && !value.equals("None") && !value.equals("auto")) {
        settings.putIfAbsent(name, value);
      }
    }

    /** The names of vLLM, where they differ from those of formats. */
    private void quantization(String value) {
      setting(
          "quantization",
          switch (value) {
            case "gptq", "gptq_marlin", "auto_gptq" -> "gptq-int4";
            case "awq_marlin", "auto_awq" -> "awq";
            case "fbgemm_fp8" -> "fp8";
            case "None" -> "16bit";
            case "bitsandbytes" -> "nf4";
            case "compressed-tensors", "modelopt" -> "";
            default -> value;
          });
    }

    private void cacheType(String value) {
      if (value.startsWith("fp8")) {
        setting("kv_cache", "fp8");
      }
    }

    private void parallel(String line) {
      OptionalDouble tensor = LogText.number(line, "tensor_parallel_size");
      OptionalDouble pipeline = LogText.number(line, "pipeline_parallel_size");
      int stages = (int) pipeline.orElse(1);
      if (tensor.isPresent() && tensor.getAsDouble() >= 1 && stages >= 1) {
        int gpus = (int) tensor.getAsDouble();
        settings.putIfAbsent("gpus", Integer.toString(gpus * stages));
        if (stages > 1) {
          settings.putIfAbsent("parallel", "tp" + gpus + "pp" + stages);
        }
      }
    }

    private void whole(String name, String line, String phrase) {
      OptionalDouble number = LogText.number(line, phrase);
      if (number.isPresent() && number.getAsDouble() >= 1) {
        settings.putIfAbsent(name, Long.toString((long) number.getAsDouble()));
      }
    }

    private void share(String line, String phrase) {
      OptionalDouble share = LogText.number(line, phrase);
      if (share.isPresent() && share.getAsDouble() > 0 && share.getAsDouble() <= 1) {
        settings.putIfAbsent("gpu_memory_utilization", Double.toString(share.getAsDouble()));
      }
    }

    private void sizes(String line) {
      largest("weights_gib", line, "Model loading took ");
      largest("weights_gib", line, "Loading model weights took ");
      largest("weights_gib", line, "model weights take ");
      largest("weights_gib", line, "; weights memory: ");
      largest("weights_gib", line, "Actual usage is ");
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
      smallest("kv_tokens", line, "KV cache size: ");
      blocks(line);
      smallest("max_concurrency", line, "tokens per request: ");
      if (line.contains("Graph capturing finished")) {
        largest("cuda_graph_gib", line, ", took ");
      }
    }

    /** {@code Actual usage is a GiB for weight, b GiB for peak activation, ...}. */
    private void usage(String line) {
      int free = line.indexOf("Free memory on device (");
      int slash = free < 0 ? -1 : line.indexOf('/', free);
      if (slash > 0) {
        largest("total_gib", line.substring(slash), "/");
      }
      before("activation_peak_gib", line, " GiB for peak activation");
      before("non_torch_gib", line, " GiB for non-torch");
      before("cuda_graph_gib", line, " GiB for CUDAGraph");
    }

    private void before(String part, String line, String phrase) {
      int end = line.indexOf(phrase);
      if (end > 0) {
        int start = line.lastIndexOf(' ', end - 1);
        largest(part, line.substring(start + 1, end), "");
      }
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
