package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logs as people paste them: cut off, mixed, folded, coloured. */
class BrokenLogsTest {

  /** Made for this test, in the forms that releases print. */
  enum Form {
    V0(
        """
        INFO 03-01 12:00:01 llm_engine.py:234] Initializing a V0 LLM engine (v0.7.2) with config: model='meta-llama/Llama-3.1-8B', max_seq_len=8192, tensor_parallel_size=1
        INFO 03-01 12:00:09 model_runner.py:1115] Loading model weights took 14.9888 GB
        INFO 03-01 12:00:11 worker.py:266] the current vLLM instance can use total_gpu_memory (23.55GiB) x gpu_memory_utilization (0.90) = 21.20GiB
        INFO 03-01 12:00:11 worker.py:266] model weights take 14.99GiB; non_torch_memory takes 0.06GiB; PyTorch activation peak memory takes 1.23GiB; the rest of the memory reserved for KV Cache is 4.92GiB.
        INFO 03-01 12:00:12 executor_base.py:110] # CUDA blocks: 2517, # CPU blocks: 2048
        INFO 03-01 12:00:12 executor_base.py:115] Maximum concurrency for 8192 tokens per request: 4.92x
        """),
    V0_IN_NUMBERS(
        """
        INFO 12-01 09:59:00 model_runner.py:1077] Loading model weights took 18.1000 GB
        INFO 12-01 10:00:00 worker.py:232] Memory profiling results: total_gpu_memory=47.54GiB initial_memory_usage=18.40GiB peak_torch_memory=19.60GiB memory_usage_post_profile=18.52GiB non_torch_memory=0.44GiB kv_cache_size=22.74GiB gpu_memory_utilization=0.90
        INFO 12-01 10:00:01 gpu_executor.py:76] # GPU blocks: 5821, # CPU blocks: 1024
        """),
    V1(
        """
        (EngineCore_0 pid=9) INFO [core.py:77] Initializing a V1 LLM engine (v0.11.0) with config: model='Qwen/Qwen3-8B', dtype=torch.bfloat16, max_seq_len=40960, tensor_parallel_size=2, pipeline_parallel_size=1, quantization=None, kv_cache_dtype=auto
        (Worker_TP0 pid=11) INFO [gpu_model_runner.py:2392] Model loading took 7.6300 GiB and 2.1 seconds
        (Worker_TP0 pid=11) INFO [gpu_worker.py:298] Available KV cache memory: 66.10 GiB
        (EngineCore_0 pid=9) INFO [kv_cache_utils.py:1087] GPU KV cache size: 959,504 tokens
        (EngineCore_0 pid=9) INFO [kv_cache_utils.py:1091] Maximum concurrency for 40,960 tokens per request: 23.43x
        (Worker_TP0 pid=11) INFO [gpu_model_runner.py:3118] Graph capturing finished in 4 secs, took 0.51 GiB
        """),
    V1_ON_ONE_LINE(
        """
        (EngineCore_0 pid=9) INFO [core.py:77] Initializing a V1 LLM engine (v0.26.0) with config: model='Qwen/Qwen3-8B', max_seq_len=8192, tensor_parallel_size=1
        INFO [gpu_worker.py:377] Free memory on device (78.68/79.19 GiB) on startup. Desired GPU memory utilization is (0.92, 72.86 GiB). Actual usage is 14.99 GiB for weight, 1.89 GiB for peak activation, 0.25 GiB for non-torch memory, and 0.91 GiB for CUDAGraph memory.
        """),
    LLAMA_CPP(
        """
        build: 9600 (abcdef012) with GNU 13.3.0 for Linux x86_64
        print_info: file type   = Q4_K - Medium
        print_info: general.name     = Llama-3.1-8B-Instruct
        load_tensors: offloaded 33/33 layers to GPU
        load_tensors:        CUDA0 model buffer size =  4403.49 MiB
        load_tensors:   CPU_Mapped model buffer size =   281.81 MiB
        llama_context: n_seq_max     = 1
        llama_context: n_ctx         = 8192
        llama_kv_cache:      CUDA0 KV buffer size =  1024.00 MiB
        sched_reserve:      CUDA0 compute buffer size =   560.00 MiB
        """);

    private final String text;

    Form(String text) {
      this.text = text;
    }
  }

  private static Map<String, Double> parts(String text) {
    return StartupLogs.read(text).map(StartupLog::parts).orElse(Map.of());
  }

  /** Wherever the paste ends, what was read is what was printed. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void aCutLogSaysNoWrongNumber(Form form) {
    Map<String, Double> whole = parts(form.text);
    assertTrue(whole.size() >= 3, whole.toString());
    for (int end = 0; end <= form.text.length(); end++) {
      for (Map.Entry<String, Double> part : parts(form.text.substring(0, end)).entrySet()) {
        // The weights are printed twice, rounded the second time.
        double tolerance = part.getKey().equals("weights_gib") ? 0.002 : 1e-9;
        assertEquals(whole.get(part.getKey()), part.getValue(), tolerance, part + " at " + end);
      }
    }
  }

  /** Or where it begins. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void aLogWithoutItsBeginningSaysNoWrongNumber(Form form) {
    Map<String, Double> whole = parts(form.text);
    for (int start = 0; start <= form.text.length(); start++) {
      Map<String, Double> rest = parts(form.text.substring(start));
      for (String part : rest.keySet()) {
        assertTrue(whole.containsKey(part), part);
      }
    }
  }

  /** Several processes write at once: other lines stand between, and some begin in others. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void otherLinesBetweenDoNotMatter(Form form) {
    List<String> mixed = new ArrayList<>();
    form.text
        .lines()
        .forEach(
            line -> {
              mixed.add("INFO:     127.0.0.1:53812 - \"GET /health HTTP/1.1\" 200 OK");
              mixed.add("Loading safetensors checkpoint shards:  50% | 2/4 [00:01<00:01] " + line);
              mixed.add("2026-11-25T10:00:00.000Z stdout F (Worker_TP1 pid=12) DEBUG nothing");
            });
    assertEquals(parts(form.text), parts(String.join("\n", mixed) + "\n"));
  }

  /** The same twice, as with two ranks that have the same. */
  @ParameterizedTest
  @EnumSource(Form.class)
  void linesOfTwoRanksAreOne(Form form) {
    if (form != Form.LLAMA_CPP) {
      List<String> twice = new ArrayList<>();
      form.text.lines().forEach(line -> twice.addAll(List.of(line, line)));
      assertEquals(parts(form.text), parts(String.join("\n", twice) + "\n"));
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void carriageReturnsAndColoursDoNotMatter(Form form) {
    String windows = form.text.replace("\n", "\r\n");
    String coloured = form.text.replaceAll("(?m)^", "\u001b[36m").replaceAll("(?m)$", "\u001b[0m");
    assertEquals(parts(form.text), parts(windows));
    assertEquals(parts(form.text), parts(coloured));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void theRuntimeIsKnownFromAnyLineOfSizes(Form form) {
    String runtime = StartupLogs.read(form.text).orElseThrow().runtime();
    form.text
        .lines()
        .map(line -> StartupLogs.read(line + "\n").map(StartupLog::runtime))
        .flatMap(Optional::stream)
        .forEach(each -> assertEquals(runtime, each));
  }
}
