package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log measured corrects what is recommended after it. */
class LogsTest {

  private static final String LLAMA_CPP =
      """
      build: 9600 (abcdef012) with GNU 13.3.0 for Linux x86_64
      print_info: file type   = Q4_K - Medium
      print_info: general.name     = Llama-3.1-8B-Instruct
      load_tensors: offloaded 33/33 layers to GPU
      load_tensors:        CUDA0 model buffer size =  4403.49 MiB
      llama_context: n_seq_max     = 1
      llama_context: n_ctx         = 8192
      llama_context: n_ubatch      = 512
      llama_kv_cache:      CUDA0 KV buffer size =  1024.00 MiB
      sched_reserve:      CUDA0 compute buffer size =   %s MiB
      """;

  private static final String VLLM =
      """
      INFO [core.py:77] Initializing a V1 LLM engine (v0.19.0) with config: model='meta-llama/Llama-3.1-8B-Instruct', max_seq_len=8192, tensor_parallel_size=1
      INFO [gpu_model_runner.py:2392] Model loading took 14.9900 GiB and 2.1 seconds
      INFO [gpu_worker.py:298] Available KV cache memory: %s GiB
      """;

  private static JsonNode read(String log) {
    ApiResponse response =
        Asking.API.handle(
            Asking.request(
                "POST",
                "/v1/logs?card=L40S",
                Map.of("content-type", "text/plain"),
                log.getBytes(UTF_8)));
    assertEquals(200, response.status(), Asking.text(response));
    return Asking.json(response);
  }

  /** GiB of the first offer. */
  private static double required(JsonNode answer) {
    JsonNode first = answer.path("recommendation").path("assessments").path(0);
    assertTrue(first.has("required_gib"), answer.toString());
    return first.path("required_gib").asDouble();
  }

  private static double measured(JsonNode answer, String part, String figure) {
    for (JsonNode each : answer.path("parts")) {
      if (each.path("part").asText().equals(part)) {
        return each.path(figure).asDouble();
      }
    }
    throw new AssertionError(part + " in " + answer);
  }

  @Test
  void buffersOfLlamaCppThatAreLargerAreNeededElsewhereToo() {
    double estimated = measured(read(LLAMA_CPP.formatted("100.00")), "compute_mib", "estimated");
    JsonNode asEstimated = read(LLAMA_CPP.formatted(String.format(Locale.ROOT, "%.2f", estimated)));
    JsonNode larger =
        read(LLAMA_CPP.formatted(String.format(Locale.ROOT, "%.2f", estimated + 2048)));
    assertEquals(2.0, required(larger) - required(asEstimated), 0.02);
  }

  @Test
  void aCacheOfVllmThatIsSmallerIsCorrectedToo() {
    double estimated = measured(read(VLLM.formatted("20.00")), "kv_cache_gib", "estimated");
    JsonNode asEstimated = read(VLLM.formatted(String.format(Locale.ROOT, "%.2f", estimated)));
    JsonNode smaller = read(VLLM.formatted(String.format(Locale.ROOT, "%.2f", estimated - 3)));
    assertEquals(3.0, required(smaller) - required(asEstimated), 0.02);
  }
}
