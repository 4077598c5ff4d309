package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fine-tuning, as it is asked for. */
class TuningTest {

  private static final String ESTIMATE = "/v1/estimate?model=llama-3.1-8b&task=";

  @Test
  void theAnswerSaysWhatWasAskedWithEveryDefault() {
    JsonNode workload = Asking.answer(ESTIMATE + "qlora").path("workload");

    assertEquals(
        Asking.json(
            """
            {"model": "meta-llama/Llama-3.1-8B-Instruct", "task": "qlora", "batch": 1,
             "sequence_length": 2048, "lora_rank": 16, "lora_targets": "all", "train_embeddings": false,
             "trainer": "transformers", "sharding": "auto", "offload": "none", "optimizer": "adamw",
             "precision": "mixed", "gradient_checkpointing": "full", "fused_loss": false,
             "flash_attention": true, "double_quantization": false}
            """),
        workload);
  }

  @Test
  void theSplitHasGradientsAndOptimizer() {
    JsonNode memory = Asking.answer(ESTIMATE + "full").path("memory");

    double parameters = 8_030_261_248.0 / (1 << 30);
    assertEquals(4 * parameters, memory.path("gradients_gib").asDouble(), 0.01);
    assertEquals(12 * parameters, memory.path("optimizer_gib").asDouble(), 0.01);
    assertEquals(0, memory.path("kv_cache_gib").asInt());
    assertFalse(
        Asking.answer("/v1/estimate?model=llama-3.1-8b").path("memory").has("gradients_gib"));
  }

  @ParameterizedTest
  @CsvSource({
    "lora,  '',                      bf16",
    "full,  '',                      bf16",
    "qlora, '',                      nf4",
    "qlora, '&quantization=4bit',    nf4",
    "qlora, '&quantization=8bit',    int8",
    "qlora, '&quantization=gptq-int4', gptq-int4"
  })
  void theTaskDecidesWhatTheBaseIsStoredIn(String task, String rest, String format) {
    JsonNode memory = Asking.answer(ESTIMATE + task + rest).path("memory");

    assertEquals(format, memory.path("format").asText());
  }

  @Test
  void anOfferSaysHowLongSequencesMayBecome() {
    JsonNode answer = Asking.answer("/v1/recommendations?model=llama-3.1-8b&task=qlora");
    JsonNode first = answer.path("assessments").path(0);

    assertTrue(first.path("largest_sequence_length").asInt() > 2048);
    assertTrue(first.path("largest_batch").asInt() >= 1);
    assertFalse(first.has("largest_context"));
    assertFalse(first.has("speed"));
    assertEquals("fine_tuning", answer.path("notes").path(0).path("code").asText());
  }

  @Test
  void noSpeedIsEstimatedSoNoneCanBeAskedFor() {
    String asked =
        "/v1/recommendations?model=llama-3.1-8b&task=lora&min_tokens_per_second=5&rank_by=speed";
    JsonNode errors = Asking.errors(Asking.get(asked));

    assertEquals("min_tokens_per_second", errors.path(0).path("parameter").asText());
    assertEquals("rank_by", errors.path(1).path("parameter").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "'qlora&context=4096&concurrency=2&output_tokens=5&kv_cache=bf16&runtime=transformers', "
        + "runtime context output_tokens concurrency kv_cache",
    "'full&lora_rank=8&train_embeddings=true', lora_rank train_embeddings",
    "'inference&batch=2&sequence_length=9&train_embeddings=false', "
        + "batch sequence_length train_embeddings",
    "'lora&quantization=4bit', quantization",
    "'full&lora_targets=attention&adapters=2', lora_targets adapters",
    "'lora&lora_rank=0', lora_rank",
    "'teach&batch=0', task batch",
    "'lora&batch=0&sequence_length=2000000', batch sequence_length"
  })
  void whatDoesNotBelongToTheTaskIsAFault(String asked, String faulty) {
    ApiResponse response = Asking.get(ESTIMATE + asked);

    assertEquals(400, response.status());
    List<String> named = new ArrayList<>();
    Asking.errors(response).forEach(error -> named.add(error.path("parameter").asText()));
    assertEquals(List.of(faulty.split(" ")), named);
  }
}
