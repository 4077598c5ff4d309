package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LlamaCppLogReaderTest {

  private static final String PARTLY =
      """
      build: 9600 (abcdef012) with GNU 13.3.0 for Linux x86_64
      print_info: file type   = Q4_K - Medium
      print_info: general.name     = Llama-3.1-8B-Instruct
      load_tensors: offloaded 20/33 layers to GPU
      load_tensors:        CUDA0 model buffer size =  2500.50 MiB
      llama_context: n_seq_max     = 1
      llama_context: n_ctx         = 8192
      llama_context: n_ubatch      = 512
      llama_kv_cache:      CUDA0 KV buffer size =   320.00 MiB
      llama_kv_cache: size = 544.00 MiB (  8192 cells,  32 layers,  1/1 seqs), K (q8_0): 272.00 MiB, V (q8_0): 272.00 MiB
      sched_reserve:      CUDA0 compute buffer size =   200.00 MiB
      """;

  @Test
  void settingsAreParametersAndBuffersAreParts() {
    StartupLog log = StartupLogs.read(PARTLY).orElseThrow();

    assertEquals("llama.cpp", log.runtime());
    assertEquals(Optional.of("b9600"), log.release());
    assertEquals(
        Map.of(
            "model", "Llama-3.1-8B-Instruct",
            "quantization", "q4_k_m",
            "context", "8192",
            "max_num_seqs", "1",
            "max_num_batched_tokens", "512",
            "kv_cache", "q8_0",
            "gpus", "1",
            "gpu_layers", "20"),
        log.settings());
    assertEquals(
        Map.of("model_gpu_mib", 2500.5, "kv_mib", 320.0, "compute_mib", 200.0), log.parts());
    assertEquals(Optional.of(Outcome.STARTED), log.outcome());
  }

  @Test
  void whatRanOutOfMemory() {
    StartupLog log =
        StartupLogs.read(
                PARTLY.substring(0, PARTLY.indexOf("sched"))
                    + "ggml_backend_cuda_buffer_type_alloc_buffer: cudaMalloc failed: out of memory\n")
            .orElseThrow();

    assertEquals(Optional.of(Outcome.OUT_OF_MEMORY), log.outcome());
  }
}
