package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    + "ggml_backend_cuda_buffer_type_alloc_buffer: cudaMalloc failed: out of"
                    + " memory\n")
            .orElseThrow();

    assertEquals(Optional.of(Outcome.OUT_OF_MEMORY), log.outcome());
  }

  /** Names of file types as llama.cpp prints them. */
  @ParameterizedTest
  @CsvSource({
    "Q4_K - Medium, q4_k_m",
    "Q4_K - Small, q4_k_s",
    "Q3_K - Large, q3_k_l",
    "Q2_K - Medium, q2_k",
    "Q8_0, q8_0",
    "F16, fp16",
    "BF16, bf16",
    "MXFP4 MoE, mxfp4",
    "IQ4_XS - 4.25 bpw, iq4_xs",
    "IQ3_S mix - 3.66 bpw, iq3_m",
    "all F32 (guessed), none",
  })
  void aFileType(String type, String format) {
    String log =
        "print_info: file type   = "
            + type
            + "\n"
            + "load_tensors:        CUDA0 model buffer size =  2500.50 MiB\n";

    assertEquals(
        format,
        StartupLogs.read(log).orElseThrow().settings().getOrDefault("quantization", "none"));
  }

  /** All layers and the output count: 33 of a model of 32 layers. */
  @ParameterizedTest
  @CsvSource({"20/33, 20", "32/33, 32", "33/33, none"})
  void layersOnTheGpu(String offloaded, String layers) {
    String log =
        "load_tensors: offloaded "
            + offloaded
            + " layers to GPU\n"
            + "load_tensors:   CPU_Mapped model buffer size =  1500.50 MiB\n"
            + "load_tensors:        CUDA0 model buffer size =  2500.50 MiB\n"
            + "llama_memory_recurrent:      CUDA0 RS buffer size =    10.00 MiB\n";
    StartupLog read = StartupLogs.read(log).orElseThrow();

    assertEquals(layers, read.settings().getOrDefault("gpu_layers", "none"));
    assertEquals(1500.5, read.parts().get("model_host_mib"), 1e-9);
    assertEquals(10.0, read.parts().get("recurrent_mib"), 1e-9);
    assertEquals(Optional.empty(), read.outcome());
  }
}
