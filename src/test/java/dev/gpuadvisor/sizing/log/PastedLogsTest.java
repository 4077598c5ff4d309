package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as containers, terminals and Ollama have them. All were made for this test. */
class PastedLogsTest {

  private static final String VLLM =
      """
      (APIServer pid=1) INFO 08-25 12:00:00 [api_server.py:1805] vLLM API server version 0.10.1.1
      (APIServer pid=1) INFO 08-25 12:00:00 [utils.py:326] non-default args: {'model_tag': 'Qwen/Qwen3-32B-AWQ', 'max_model_len': 32768, 'tensor_parallel_size': 2, 'gpu_memory_utilization': 0.95, 'max_num_seqs': 64}
      (Worker TP0 pid=10) INFO 08-25 12:01:00 [gpu_model_runner.py:2007] Model loading took 9.2121 GiB and 12.1 seconds
      (Worker TP1 pid=11) INFO 08-25 12:01:20 [gpu_worker.py:276] Available KV cache memory: 11.52 GiB
      (Worker TP0 pid=10) INFO 08-25 12:01:20 [gpu_worker.py:276] Available KV cache memory: 11.49 GiB
      (EngineCore_0 pid=9) INFO 08-25 12:01:20 [kv_cache_utils.py:849] GPU KV cache size: 94,128 tokens
      (EngineCore_0 pid=9) INFO 08-25 12:01:20 [kv_cache_utils.py:853] Maximum concurrency for 32,768 tokens per request: 2.87x
      (Worker TP0 pid=10) INFO 08-25 12:01:40 [gpu_model_runner.py:2708] Graph capturing finished in 20 secs, took 0.69 GiB
      """;

  /** What stands around each line. */
  enum Around {
    KUBERNETES(line -> "2026-03-01T12:00:07.123456789Z stdout F " + line),
    JOURNAL(line -> "Nov 26 10:00:01 box vllm[1234]: " + line),
    COMPOSE(line -> "vllm-openai-1  | " + line),
    POD(line -> "[pod/vllm-0/vllm] " + line),
    JSON(
        line ->
            "{\"log\":\""
                + line
                + "\\n\",\"stream\":\"stderr\",\"time\":\"2026-03-01T12:00:00Z\"}"),
    COLOURS(line -> line.replaceAll("(?<= )([0-9][0-9.,]*)(?=[ x}])", "\u001b[1;36m$1\u001b[0m")),
    WINDOWS(line -> line + "\r");

    private final UnaryOperator<String> each;

    Around(UnaryOperator<String> each) {
      this.each = each;
    }
  }

  private static StartupLog read(String text) {
    return StartupLogs.read(text).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Around.class)
  void areReadWhateverStandsAround(Around around) {
    String pasted = VLLM.lines().map(around.each).collect(Collectors.joining("\n", "", "\n"));

    assertEquals(read(VLLM), read(pasted));
    assertEquals(Optional.of("0.10.1.1"), read(pasted).release());
  }

  /** Who restarts until it works pastes all of it. */
  @Test
  void theLastStartCounts() {
    String first =
        VLLM.replace("0.95", "0.85").replace("11.49", "7.00").replace("94,128", "57,344");

    assertEquals(read(VLLM), read(first + VLLM));
    assertEquals(read(first), read(VLLM + first));
    assertEquals(read(VLLM), read(VLLM + VLLM.lines().limit(2).collect(Collectors.joining("\n"))));
  }

  @Test
  void aNamespaceIsReadAsADictIs() {
    StartupLog log =
        read(
            """
            INFO 02-01 08:00:00 api_server.py:840] vLLM API server version 0.7.2
            INFO 02-01 08:00:00 api_server.py:841] args: Namespace(subparser='serve', model_tag='TheBloke/Mixtral-8x7B-Instruct-v0.1-GPTQ', config='', model='TheBloke/Mixtral-8x7B-Instruct-v0.1-GPTQ', kv_cache_dtype='fp8_e5m2', max_model_len=16384, tensor_parallel_size=1, pipeline_parallel_size=2, gpu_memory_utilization=0.85, max_num_batched_tokens=None, max_num_seqs=32, quantization='gptq')
            INFO 02-01 08:01:10 worker.py:267] model weights take 11.20GiB; non_torch_memory takes 0.11GiB; PyTorch activation peak memory takes 0.80GiB; the rest of the memory reserved for KV Cache is 7.98GiB.
            """);

    assertEquals(
        Map.of(
            "model", "TheBloke/Mixtral-8x7B-Instruct-v0.1-GPTQ",
            "quantization", "gptq-int4",
            "kv_cache", "fp8",
            "context", "16384",
            "max_num_seqs", "32",
            "gpu_memory_utilization", "0.85",
            "gpus", "2",
            "parallel", "tp1pp2"),
        log.settings());
  }

  /** A sentence ends in a full stop, a number that was cut off may. */
  @Test
  void aSentenceThatEndsThePasteIsWhole() {
    String refused =
        "ValueError: No available memory for the cache blocks. Try increasing"
            + " `gpu_memory_utilization` when initializing the engine.";

    assertEquals(Optional.of(Outcome.OUT_OF_MEMORY), read(VLLM + refused).outcome());
    assertEquals(
        Optional.empty(),
        StartupLogs.read("x\nAvailable KV cache memory: 11.").map(Object::toString));
  }

  /** In bytes or GiB, by release. */
  @ParameterizedTest
  @ValueSource(strings = {"53773190758 bytes.", "50.08 GiB."})
  void theCacheOfOneLine(String inUse) {
    StartupLog log =
        read(
            "INFO [gpu_worker.py:391] Current kv cache memory in use is " + inUse + "\nKV cache\n");

    assertEquals(50.08, log.parts().get("kv_cache_gib"), 0.001);
  }

  private static final String OLLAMA =
      """
      time=2025-10-01T09:00:00.000Z level=INFO source=routes.go:1300 msg="Listening on [::]:11434 (version 0.12.3)"
      time=2025-10-01T10:00:00.000Z level=INFO source=server.go:400 msg="starting runner" cmd="/usr/bin/ollama runner --ollama-engine --model /root/.ollama/models/blobs/sha256-aaa --port 41135"
      time=2025-10-01T10:00:00.100Z level=INFO source=runner.go:1171 msg=load request="{Operation:commit LoraPath:[] Parallel:2 BatchSize:512 FlashAttention:true KvSize:16384 KvCacheType:q8_0 NumThreads:8 GPULayers:35[ID:GPU-1 Layers:35(0..34)] MultiUserCache:false}"
      time=2025-10-01T10:00:00.200Z level=INFO source=ggml.go:131 msg="" architecture=gemma3 file_type=Q4_K_M name="Gemma 3 4b It" description="" num_tensors=883 num_key_values=36
      time=2025-10-01T10:00:01.000Z level=INFO source=ggml.go:498 msg="offloaded 35/35 layers to GPU"
      time=2025-10-01T10:00:01.000Z level=INFO source=device.go:206 msg="model weights" device=CUDA0 size="3.1 GiB"
      time=2025-10-01T10:00:01.000Z level=INFO source=device.go:211 msg="model weights" device=CPU size="525.0 MiB"
      time=2025-10-01T10:00:01.000Z level=INFO source=device.go:217 msg="kv cache" device=CUDA0 size="314.0 MiB"
      time=2025-10-01T10:00:01.000Z level=INFO source=device.go:228 msg="compute graph" device=CUDA0 size="1.1 GiB"
      time=2025-10-01T10:00:01.000Z level=INFO source=device.go:233 msg="compute graph" device=CPU size="5.0 MiB"
      time=2025-10-01T10:00:01.000Z level=INFO source=device.go:238 msg="total memory" size="5.0 GiB"
      """;

  /** Its own engine prints no buffers, but what each device holds; its context is of a request. */
  @Test
  void ollamasOwnEngine() {
    StartupLog log = read(OLLAMA);

    assertEquals("ollama", log.runtime());
    assertEquals(Optional.of("0.12.3"), log.release());
    assertEquals(
        Map.of(
            "model", "Gemma 3 4b It",
            "quantization", "q4_k_m",
            "context", "8192",
            "max_num_seqs", "2",
            "max_num_batched_tokens", "512",
            "kv_cache", "q8_0",
            "gpus", "1"),
        log.settings());
    assertEquals(
        Map.of(
            "model_gpu_mib",
            3.1 * 1024,
            "model_host_mib",
            525.0,
            "kv_mib",
            314.0,
            "compute_mib",
            1.1 * 1024),
        log.parts());
  }

  /** Builds of 2024 have other words for the same. */
  @Test
  void oldBuilds() {
    StartupLog log =
        read(
            """
            main: build = 3482 (e54c35e4)
            llm_load_print_meta: model ftype      = Q4_K - Medium
            llm_load_print_meta: general.name     = Meta-Llama-3-8B-Instruct
            llm_load_tensors: offloaded 33/33 layers to GPU
            llm_load_tensors:        CPU buffer size =   281.81 MiB
            llm_load_tensors:      CUDA0 buffer size =  4403.49 MiB
            llama_new_context_with_model: n_ctx      = 8192
            llama_new_context_with_model:      CUDA0 compute buffer size =   560.00 MiB
            """);

    assertEquals(Optional.of("b3482"), log.release());
    assertEquals("q4_k_m", log.settings().get("quantization"));
    assertEquals(4403.49, log.parts().get("model_gpu_mib"));
  }

  /** Newer builds print a table at the end; each GPU has a compute buffer of its own. */
  @Test
  void aTableOfWhatEachDeviceHolds() {
    StartupLog log =
        read(
            """
            print_info: file type   = Q8_0
            llama_context: n_ctx         = 32768
            llama_memory_breakdown_print: | memory breakdown [MiB]   | total   free     self   model   context   compute    unaccounted |
            llama_memory_breakdown_print: |   - CUDA0 (RTX 3090)     | 24124 = 10210 + (13208 =  8071 +    4608 +     529) +         706 |
            llama_memory_breakdown_print: |   - CUDA1 (RTX 3090)     | 24124 = 18000 + ( 5200 =  4000 +    1000 +     200) +         706 |
            llama_memory_breakdown_print: |   - Host                 |                   722 =   630 +       0 +      92                |
            """);

    assertEquals("2", log.settings().get("gpus"));
    assertEquals(
        Map.of(
            "model_gpu_mib", 12071.0,
            "model_host_mib", 630.0,
            "kv_mib", 5608.0,
            "compute_mib", 529.0),
        log.parts());
  }
}
