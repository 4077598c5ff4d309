package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in the forms that releases print; made for this test. */
class VllmLogTest {

  private static final String V1 =
      """
      (APIServer pid=7) INFO 11-25 10:00:00 [api_server.py:1896] vLLM API server version 0.11.0
      (APIServer pid=7) INFO 11-25 10:00:00 [utils.py:233] non-default args: {'model_tag': 'Qwen/Qwen3-8B', 'gpu_memory_utilization': 0.95, 'max_num_seqs': 64}
      (EngineCore_0 pid=9) INFO [core.py:77] Initializing a V1 LLM engine (v0.11.0) with config: model='Qwen/Qwen3-8B', dtype=torch.bfloat16, max_seq_len=40960, tensor_parallel_size=2, pipeline_parallel_size=1, quantization=None, kv_cache_dtype=auto
      (Worker_TP0 pid=11) INFO [gpu_model_runner.py:2392] Model loading took 7.6300 GiB and 2.1 seconds
      (Worker_TP1 pid=12) INFO [gpu_model_runner.py:2392] Model loading took 7.6400 GiB and 2.2 seconds
      (Worker_TP0 pid=11) INFO [gpu_worker.py:298] Available KV cache memory: 66.10 GiB
      (Worker_TP1 pid=12) INFO [gpu_worker.py:298] Available KV cache memory: 65.90 GiB
      (EngineCore_0 pid=9) INFO [kv_cache_utils.py:1087] GPU KV cache size: 959,504 tokens
      (EngineCore_0 pid=9) INFO [kv_cache_utils.py:1091] Maximum concurrency for 40,960 tokens per request: 23.43x
      (Worker_TP0 pid=11) INFO [gpu_model_runner.py:3118] Graph capturing finished in 4 secs, took 0.51 GiB
      """;

  private static final String V0 =
      """
      INFO 03-01 12:00:00 config.py:905] Defaulting to use mp for distributed inference
      INFO 03-01 12:00:01 llm_engine.py:234] Initializing a V0 LLM engine (v0.7.2) with config: model='meta-llama/Llama-3.1-8B', max_seq_len=8192, tensor_parallel_size=1
      INFO 03-01 12:00:09 model_runner.py:1115] Loading model weights took 14.9888 GB
      INFO 03-01 12:00:11 worker.py:266] Memory profiling takes 1.20 seconds
      INFO 03-01 12:00:11 worker.py:266] the current vLLM instance can use total_gpu_memory (23.55GiB) x gpu_memory_utilization (0.90) = 21.20GiB
      INFO 03-01 12:00:11 worker.py:266] model weights take 14.99GiB; non_torch_memory takes 0.06GiB; PyTorch activation peak memory takes 1.23GiB; the rest of the memory reserved for KV Cache is 4.92GiB.
      INFO 03-01 12:00:12 executor_base.py:110] # CUDA blocks: 2517, # CPU blocks: 2048
      INFO 03-01 12:00:12 executor_base.py:115] Maximum concurrency for 8192 tokens per request: 4.92x
      """;

  private static StartupLog read(String text) {
    return StartupLogs.read(text).orElseThrow();
  }

  @Test
  void aLogOfV1IsReadAcrossItsProcesses() {
    StartupLog log = read(V1);
    assertEquals(Optional.of("0.11.0"), log.release());
    assertEquals("Qwen/Qwen3-8B", log.settings().get("model"));
    assertEquals("2", log.settings().get("gpus"));
    assertEquals("0.95", log.settings().get("gpu_memory_utilization"));
    assertEquals("64", log.settings().get("max_num_seqs"));
    assertEquals("40960", log.settings().get("context"));
    assertEquals(7.64, log.parts().get("weights_gib"), 1e-9);
    assertEquals(65.90, log.parts().get("kv_cache_gib"), 1e-9);
    assertEquals(959_504, log.parts().get("kv_tokens"), 1e-9);
    assertEquals(23.43, log.parts().get("max_concurrency"), 1e-9);
    assertEquals(0.51, log.parts().get("cuda_graph_gib"), 1e-9);
    assertEquals(Optional.of(Outcome.STARTED), log.outcome());
  }

  @Test
  void aLogOfV0IsReadToo() {
    StartupLog log = read(V0);
    Map<String, Double> parts = log.parts();
    assertEquals(Optional.of("0.7.2"), log.release());
    assertEquals(23.55, parts.get("total_gib"), 1e-9);
    assertEquals(0.06, parts.get("non_torch_gib"), 1e-9);
    assertEquals(1.23, parts.get("activation_peak_gib"), 1e-9);
    assertEquals(4.92, parts.get("kv_cache_gib"), 1e-9);
    assertEquals(4.92, parts.get("max_concurrency"), 1e-9);
  }

  /** Of a container's folder, as its log begins behind the name of the container. */
  @ParameterizedTest
  @CsvSource({
    "/models, qwen3-next-instruct, qwen3-next-instruct",
    "/models/Qwen/Qwen3-8B-AWQ, qwen3:8b, /models/Qwen/Qwen3-8B-AWQ",
    "/workspace/weights/DotsOCR, dotsocr-model, /workspace/weights/DotsOCR",
    "Qwen/Qwen3-8B, chat-2, Qwen/Qwen3-8B",
  })
  void aFolderIsWhatItIsServedAs(String model, String served, String read) {
    String arguments =
        "app | (APIServer pid=1) INFO 02-12 19:46:23 [utils.py:253] non-default args: {'model_tag':"
            + " '%1$s', 'port': 8001, 'model': '%1$s', 'served_model_name': ['%2$s']}\n";
    String config =
        "app | (EngineCore_DP0 pid=2) INFO [core.py:93] Initializing a V1 LLM engine (v0.13.0) with"
            + " config: model='%s', seed=0, served_model_name=%s, enable_prefix_caching=False\n";

    String loaded = "app | (Worker pid=3) INFO Model loading took 22.5313 GiB memory\n";

    for (String line : List.of(arguments, config)) {
      StartupLog log = read(line.formatted(model, served) + loaded);
      assertEquals(read, log.settings().get("model"));
    }
  }

  /** Layers with a state had none until 0.25, whatever was asked for. */
  @Test
  void theEngineHasTheLastWord() {
    String asked = "INFO non-default args: {'model': 'a/b', 'enable_prefix_caching': True}\n";
    String engine = "INFO LLM engine (v0.13.0) with config: enable_prefix_caching=False, x=1\n";
    String loaded = "INFO Model loading took 22.5313 GiB memory\n";

    assertEquals("true", read(asked + loaded).settings().get("prefix_caching"));
    assertEquals("false", read(asked + engine + loaded).settings().get("prefix_caching"));
  }

  @Test
  void theLineOfEverythingIsReadPartByPart() {
    StartupLog log =
        read(
            "INFO Free memory on device (78.68/79.19 GiB) on startup. Desired GPU memory"
                + " utilization is (0.9, 71.27 GiB). Actual usage is 14.99 GiB for weight, 1.89 GiB"
                + " for peak activation, 0.25 GiB for non-torch memory, and 0.91 GiB for CUDAGraph"
                + " memory.\n");
    assertEquals(79.19, log.parts().get("total_gib"), 1e-9);
    assertEquals(14.99, log.parts().get("weights_gib"), 1e-9);
    assertEquals(1.89, log.parts().get("activation_peak_gib"), 1e-9);
    assertEquals(0.25, log.parts().get("non_torch_gib"), 1e-9);
    assertEquals(0.91, log.parts().get("cuda_graph_gib"), 1e-9);
  }

  @Test
  void aRefusalIsAnOutcome() {
    StartupLog log =
        read(
            "ValueError: To serve at least one request with the model's max seq len (131072), (8.18"
                + " GiB KV cache is needed, which is larger than the available KV cache memory"
                + " (7.04 GiB). Based on the available memory, the estimated maximum model length"
                + " is 112896.\n");
    assertEquals(Optional.of(Outcome.MAX_LEN_REFUSED), log.outcome());
    assertEquals(7.04, log.parts().get("kv_cache_gib"), 1e-9);
  }

  /** Wherever the paste ends, what was read is what was printed. */
  @Test
  void aCutLogSaysNoWrongNumber() {
    StartupLog whole = read(V1);
    for (int end = 0; end < V1.length(); end++) {
      Optional<StartupLog> cut = StartupLogs.read(V1.substring(0, end));
      cut.map(StartupLog::parts)
          .map(parts -> parts.get("kv_tokens"))
          .ifPresent(tokens -> assertEquals(whole.parts().get("kv_tokens"), tokens, 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Call me Ishmael. Some years ago, never mind how long precisely.",
        "INFO: Uvicorn running on http://0.0.0.0:8000",
        "vllm is fast"
      })
  void aNovelIsNoLog(String text) {
    assertTrue(StartupLogs.read(text).isEmpty());
  }

  /** From 0.26 on weights and what lies outside are one figure, and graphs are part of the peak. */
  @Test
  void laterReleasesSayWhatWasConsumed() {
    Map<String, Double> parts =
        read("""
            INFO [model_runner.py:500] Model loading took 14.26 GiB memory and 17.8 seconds
            INFO [gpu_model_runner.py:6365] Estimated CUDA graph memory: 0.40 GiB total
            INFO [gpu_worker.py:855] Free memory on device (23.05/23.56 GiB) on startup. Desired GPU memory utilization is (0.972, 22.9 GiB). Actual usage is 14.73 GiB for consumed memory (weights + non-torch), 1.09 GiB for peak activation, and 0.71 GiB for CUDAGraph memory. Current kv cache memory in use is 7.08 GiB.
            """)
            .parts();

    assertEquals(14.26, parts.get("weights_gib"), 1e-9);
    assertEquals(0.47, parts.get("non_torch_gib"), 1e-9);
    assertEquals(0.69, parts.get("activation_peak_gib"), 1e-9);
    assertEquals(0.71, parts.get("cuda_graph_gib"), 1e-9);
    assertEquals(23.56, parts.get("total_gib"), 1e-9);
    assertEquals(7.08, parts.get("kv_cache_gib"), 1e-9);
    assertEquals(6, parts.size());
  }

  /** Containers of one file of docker compose: each line says whose it is. */
  @Test
  void ofSeveralServersTheLastOneIsRead() {
    StartupLog log =
        read(
            """
            small-1  | (EngineCore pid=9) INFO [core.py:109] Initializing a V1 LLM engine (v0.20.0) with config: model='a/small', max_seq_len=1024, enable_prefix_caching=False, enforce_eager=True
            large-1  | (EngineCore pid=8) INFO [core.py:109] Initializing a V1 LLM engine (v0.21.0) with config: model='a/large', max_seq_len=2048, enable_prefix_caching=True, enforce_eager=False
            large-1  | (EngineCore pid=8) INFO [gpu_model_runner.py:4879] Model loading took 13.04 GiB memory and 5.4 seconds
            small-1  | (EngineCore pid=9) INFO [gpu_model_runner.py:4879] Model loading took 3.50 GiB memory and 1.4 seconds
            large-1  | (EngineCore pid=8) INFO [gpu_worker.py:440] Available KV cache memory: 2.43 GiB
            small-1  | (EngineCore pid=9) INFO [gpu_worker.py:440] Available KV cache memory: 7.10 GiB
            """);

    assertEquals("a/small", log.settings().get("model"));
    assertEquals(Optional.of("0.20.0"), log.release());
    assertEquals(3.5, log.parts().get("weights_gib"), 1e-9);
    assertEquals(7.1, log.parts().get("kv_cache_gib"), 1e-9);
  }

  /** Times that a container writes in front of a line are no name. */
  @Test
  void timesBeforeABarAreNoServer() {
    StartupLog log =
        read(
            """
            2026-05-01 21:01:54.486 | (EngineCore pid=9) INFO [gpu_model_runner.py:4879] Model loading took 21.86 GiB memory and 4.1 seconds
            2026-05-01 21:03:12.857 | (EngineCore pid=9) INFO [gpu_worker.py:440] Available KV cache memory: 0.32 GiB
            """);

    assertEquals(21.86, log.parts().get("weights_gib"), 1e-9);
    assertEquals(0.32, log.parts().get("kv_cache_gib"), 1e-9);
  }

  /** Switches that change the estimate; what is the usual is not repeated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "non-default args: {'model_tag': 'a/b', 'enforce_eager': True} | enforce_eager=true",
        "LLM engine (v0.21.0) with config: model='a/b', enforce_eager=True, seed=0 | enforce_eager=true",
        "LLM engine (v0.21.0) with config: model='a/b', enforce_eager=False, enable_prefix_caching=True, seed=0 |",
        "LLM engine (v0.21.0) with config: model='a/b', enable_prefix_caching=False, seed=0 | prefix_caching=false",
        "non-default args: {'model_tag': 'a/b', 'enable_prefix_caching': True} | prefix_caching=true",
        "non-default args: {'model_tag': 'a/b', 'language_model_only': True} | language_model_only=true",
        "non-default args: {'model_tag': 'a/b', 'limit_mm_per_prompt': {'image': 0, 'video': 0}} | language_model_only=true",
        "non-default args: {'model_tag': 'a/b', 'limit_mm_per_prompt': {'image': 2, 'video': 0}} |",
        "non-default args: {'model_tag': 'a/b', 'limit_mm_per_prompt': {'image': 0}} |",
      })
  void switches(String line, String expected) {
    StartupLog log = read("INFO vLLM " + line + "\nINFO Model loading took 3.5 GiB memory\n");
    String switches =
        log.settings().entrySet().stream()
            .filter(entry -> entry.getValue().equals("true") || entry.getValue().equals("false"))
            .map(Object::toString)
            .collect(Collectors.joining(" "));

    assertEquals(expected == null ? "" : expected, switches);
  }
}
