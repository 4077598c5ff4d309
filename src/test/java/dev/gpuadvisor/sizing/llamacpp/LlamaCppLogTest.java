package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppLog.Buffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Logs written by us in the forms of several builds. */
class LlamaCppLogTest {

  private static final String SERVER =
      """
      build: 7342 (2fbe3b7bb) with GNU 13.3.0 for Linux x86_64
      llama_model_load_from_file_impl: using device CUDA0 (NVIDIA A100-PCIE-40GB) - 39903 MiB free
      print_info: file type   = Q8_0
      print_info: file size   = 30.25 GiB (8.51 BPW)
      print_info: arch             = qwen3moe
      print_info: general.name     = Qwen3-Coder-30B-A3B-Instruct
      load_tensors: offloading 48 repeating layers to GPU
      load_tensors: offloaded 49/49 layers to GPU
      load_tensors:   CPU_Mapped model buffer size =   315.30 MiB
      load_tensors:        CUDA0 model buffer size = 30658.12 MiB
      llama_context: n_seq_max     = 4
      llama_context: n_ctx         = 65536
      llama_context: n_ubatch      = 512
      llama_context: flash_attn    = auto
      llama_kv_cache:      CUDA0 KV buffer size =  6144.00 MiB
      llama_kv_cache: size = 6144.00 MiB ( 65536 cells,  48 layers,  4/1 seqs), K (f16): 3072.00 MiB, V (f16): 3072.00 MiB
      llama_context:      CUDA0 compute buffer size =   300.75 MiB
      llama_context:  CUDA_Host compute buffer size =   136.01 MiB
      """;

  private static LlamaCppLog log(String text) {
    return LlamaCppLog.read(text).orElseThrow();
  }

  @Test
  void theBuffersOfAServer() {
    LlamaCppLog log = log(SERVER);

    assertEquals(OptionalDouble.of(30658.12), log.gpuMib(Buffer.MODEL));
    assertEquals(OptionalDouble.of(315.30), log.hostMib(Buffer.MODEL));
    assertEquals(OptionalDouble.of(6144), log.gpuMib(Buffer.KV));
    assertEquals(OptionalDouble.of(300.75), log.gpuMib(Buffer.COMPUTE));
    assertEquals(OptionalDouble.of(136.01), log.hostMib(Buffer.COMPUTE));
    assertEquals(OptionalDouble.empty(), log.gpuMib(Buffer.RECURRENT));
    assertEquals(OptionalLong.of(65536), log.count("n_ctx"));
    assertEquals(OptionalLong.of(4), log.count("n_seq_max"));
    assertEquals(Optional.of("f16"), log.cacheType());
    assertEquals(Optional.of("Qwen3-Coder-30B-A3B-Instruct"), log.setting("general.name"));
    assertEquals(OptionalLong.of(7342), log.build());
    assertEquals(OptionalLong.of(49), log.gpuLayers());
    assertEquals(1, log.gpus());
    assertFalse(log.failed());
  }

  /** Cut off in the middle, each line behind a time and something of another program between. */
  @Test
  void partsOfALogBetweenOthers() {
    String cut = SERVER.substring(0, SERVER.indexOf("llama_context: n_ctx "));
    String mixed = "2026-05-01 12:00:00 | GET /health 200\n" + cut.replace("\n", "\n[12:01] ");

    LlamaCppLog log = log(mixed);

    assertEquals(OptionalDouble.of(30658.12), log.gpuMib(Buffer.MODEL));
    assertEquals(OptionalDouble.empty(), log.gpuMib(Buffer.KV));
    assertEquals(OptionalLong.empty(), log.count("n_ctx"));
  }

  /** Two caches (full and sliding), two devices, and recurrent state. */
  @Test
  void severalCachesAndDevices() {
    LlamaCppLog log =
        log(
            """
            load_tensors:        CUDA0 model buffer size =  8000.00 MiB
            load_tensors:        CUDA1 model buffer size =  7000.00 MiB
            llama_kv_cache:      CUDA0 KV buffer size =   100.00 MiB
            llama_kv_cache:      CUDA1 KV buffer size =    50.00 MiB
            llama_kv_cache:      CUDA0 KV buffer size =    20.00 MiB
            llama_memory_recurrent:      CUDA0 RS buffer size =   149.62 MiB
            sched_reserve:      CUDA0 compute buffer size =   116.01 MiB
            """);

    assertEquals(2, log.gpus());
    assertEquals(OptionalDouble.of(170), log.gpuMib(Buffer.KV));
    assertEquals(OptionalDouble.of(149.62), log.gpuMib(Buffer.RECURRENT));
    assertEquals(OptionalDouble.of(15000), log.gpuMib(Buffer.MODEL));
  }

  @Test
  void oldBuildsAndFailures() {
    LlamaCppLog log =
        log(
            """
            llm_load_tensors: offloaded 33/33 layers to GPU
            llm_load_tensors:      CUDA0 buffer size =  3820.92 MiB
            llama_new_context_with_model: n_ctx      = 2048
            ggml_backend_cuda_buffer_type_alloc_buffer: cudaMalloc failed: out of memory
            """);

    assertTrue(log.failed());
    assertEquals(OptionalLong.of(2048), log.count("n_ctx"));
    assertEquals(OptionalDouble.of(3820.92), log.gpuMib(Buffer.MODEL));
  }

  @Test
  void aNovelIsNoLog() {
    assertEquals(
        Optional.empty(), LlamaCppLog.read("It was the best of times, it was the worst of times."));
    assertEquals(Optional.empty(), LlamaCppLog.read(""));
  }
}
