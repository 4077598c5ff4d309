package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppLog.Buffer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single lines of llama.cpp's logs, whole and broken. */
class LogLineTest {

  private static final String MODEL =
      "load_tensors:        CUDA0 model buffer size =  100.00 MiB\n";

  private static LlamaCppLog log(String lines) {
    return LlamaCppLog.read(MODEL + lines + "\n").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "llama_kv_cache: CUDA0 KV buffer size = 1536.00 MiB, KV, 1536",
    "llama_kv_cache: CUDA0 KV buffer size = 1536 MiB, KV, 1536",
    "llama_kv_cache: CUDA0 KV buffer size = 1536.00, KV, -1",
    "llama_kv_cache: CUDA0 KV buffer size 1536.00 MiB, KV, -1",
    "llama_kv_cache: CUDA0 KV buffer size = . MiB, KV, -1",
    "llama_kv_cache: CUDA0 KV buffer size = 1.2.3 MiB, KV, -1",
    "llama_kv_cache: CUDA0 KV buffer size = 123456789012345 MiB, KV, -1",
    "llama_kv_cache: CUDA0 KV buffer size = 12345678901.25 MiB, KV, 12345678901.25",
    "llama_kv_cache: CPU KV buffer size = 10.00 MiB, KV, -1",
    "llama_memory_recurrent: CUDA0 RS buffer size = 149.62 MiB, RECURRENT, 149.62",
    "llama_context: CUDA0 compute buffer size = 300.75 MiB, COMPUTE, 300.75",
    "llama_context: CUDA_Host compute buffer size = 136.01 MiB, COMPUTE, -1",
    "load_tensors: RPC[10.0.0.1:50052] model buffer size = 50.00 MiB, MODEL, 150",
    "llm_load_tensors: CUDA0 buffer size = 50.00 MiB, MODEL, 150",
    "load_tensors: buffer size = 50.00 MiB, MODEL, 100",
    "CUDA0 KV buffer size = 50.00 MiB, KV, 50",
    "KV buffer size = 50.00 MiB, KV, -1",
    "CUDA0 KV buffer size=50.00 MiB, KV, 50",
    "[12:01] KV buffer size = 50.00 MiB, KV, -1",
    "50.00 MiB is the KV buffer size, KV, -1",
  })
  void aBuffer(String line, Buffer buffer, double mib) {
    assertEquals(mib, log(line).gpuMib(buffer).orElse(-1), 1e-9);
  }

  /** Weights and caches come in parts; a compute buffer is told again when it is reserved anew. */
  @Test
  void partsAddUpAndRepetitionsDoNot() {
    String kv = "llama_kv_cache: CUDA0 KV buffer size = 10.00 MiB\n";
    String compute = "llama_context: CUDA0 compute buffer size = 30.00 MiB\n";

    assertEquals(OptionalDouble.of(20), log(kv + kv).gpuMib(Buffer.KV));
    assertEquals(OptionalDouble.of(30), log(compute + compute).gpuMib(Buffer.COMPUTE));
    assertEquals(OptionalDouble.of(200), log(MODEL).gpuMib(Buffer.MODEL));
  }

  @ParameterizedTest
  @CsvSource({
    "offloaded 49/49 layers to GPU, 49, 49",
    "offloaded 0/33 layers to GPU, 0, 33",
    "offloaded 20 layers to GPU, -1, -1",
    "offloaded /33 layers, -1, -1",
    "offloaded 20/many layers, -1, -1",
    "offloaded 1234567890/33 layers, -1, -1",
    "offloaded 123456789/33 layers, 123456789, 33",
  })
  void layers(String line, long on, long all) {
    LlamaCppLog log = log("load_tensors: " + line);

    assertEquals(on, log.gpuLayers().orElse(-1));
    assertEquals(all, log.layers().orElse(-1));
  }

  @Test
  void aLineOfLayersAloneIsALog() {
    assertEquals(
        OptionalLong.of(33), LlamaCppLog.read("offloaded 20/33 layers").orElseThrow().layers());
    assertEquals(
        OptionalLong.of(0), LlamaCppLog.read("offloaded 0/0 layers").orElseThrow().layers());
    assertEquals(
        OptionalLong.of(33),
        LlamaCppLog.read("load_tensors: offloaded 20/33 layers to GPU").orElseThrow().layers());
    assertEquals(Optional.empty(), LlamaCppLog.read("build: 7342 (2fbe3b7bb)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llama_context: n_ctx         = 8192 | n_ctx | 8192",
        "[12:01] print_info: general.name = Llama 3.1 | general.name | Llama 3.1",
        "print_info: file type = Q4_K - Medium | file type | Q4_K - Medium",
        "llama_context: n_ctx_per_seq = 8192 | n_ctx | none",
        ": n_ctx = 8192 | n_ctx | 8192",
        "n_ctx = 8192 | n_ctx | none",
        "n_ctx = 8192: yes | n_ctx | none",
        "llama_context: n_ctx | n_ctx | none",
        "llama_context: n_threads = 8 | n_threads | none",
      })
  void aSetting(String line, String name, String value) {
    assertEquals(value, log(line).setting(name).orElse("none"));
  }

  @Test
  void theFirstSettingCounts() {
    LlamaCppLog log = log("a: n_ctx = 8192\nb: n_ctx = 512\nc: n_ubatch = many");

    assertEquals(OptionalLong.of(8192), log.count("n_ctx"));
    assertEquals(OptionalLong.empty(), log.count("n_ubatch"));
    assertEquals(OptionalLong.empty(), log.count("n_seq_max"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size = 544.00 MiB, K (q8_0): 272.00 MiB, V (q8_0): 272.00 MiB | q8_0",
        "size = 544.00 MiB, K (F16): 272.00 MiB | f16",
        "K (q8_0 and no end MiB | none",
        "the key K (Ctrl-K) is pressed | none",
        "no type MiB | none",
      })
  void aTypeOfCache(String line, String type) {
    assertEquals(type, log("llama_kv_cache: " + line).cacheType().orElse("none"));
    assertEquals("q5_1", log("K (q5_1): 1 MiB").cacheType().orElse("none"));
    assertEquals("q4_0", log("x: K (q4_0): 1 MiB\ny: K (q8_0): 1 MiB").cacheType().orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "build: 7342 (2fbe3b7bb), 7342",
    "main: build: 1 (x), 1",
    "build: unknown, -1",
    "build: 0 (unknown), 0",
    "build:, -1",
    "nothing, -1"
  })
  void aBuild(String line, long build) {
    assertEquals(build, log(line).build().orElse(-1));
    assertEquals(OptionalLong.of(0), log("build: 0 (unknown)\nbuild: 8 (y)").build());
    assertEquals(OptionalLong.of(7), log("build: 7 (x)\nbuild: 8 (y)").build());
  }

  @Test
  void theFirstDevice() {
    assertEquals(
        Optional.of("CUDA0 (NVIDIA L4) - 22000 MiB free"),
        log("x: using device CUDA0 (NVIDIA L4) - 22000 MiB free\nx: using device CUDA1").device());
    assertEquals(Optional.of("Vulkan0"), log("using device Vulkan0").device());
    assertEquals(Optional.empty(), log("nothing").device());
  }

  @ParameterizedTest
  @CsvSource({
    "cudaMalloc failed: out of memory, true",
    "failed to allocate CUDA0 buffer, true",
    "unable to allocate CUDA0 buffer, true",
    "graph_reserve: failed to allocate compute buffers, true",
    "vk::Device: ErrorOutOfDeviceMemory, true",
    "main: error: unable to load model, true",
    "main: model loaded, false",
  })
  void failures(String line, boolean failed) {
    assertEquals(failed, log(line).failed());
    assertEquals(failed, log(line + "\nsomething else").failed());
  }
}
