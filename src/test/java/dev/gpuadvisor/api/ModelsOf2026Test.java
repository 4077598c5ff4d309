package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask of the models of 2026, and of formats that models are published in. */
class ModelsOf2026Test {

  private static JsonNode estimate(String query) {
    return Asking.answer("/v1/estimate?" + query);
  }

  @Test
  void aHybridKeepsLittleAndAState() {
    JsonNode memory =
        estimate("model=qwen3.6-27b&runtime=llama.cpp&quantization=q8_0&context=262144")
            .path("memory");

    assertEquals(16, memory.path("kv_cache_gib").asDouble(), 0.01);
    assertTrue(memory.path("recurrent_state_gib").asDouble() > 0.1);
  }

  /** Published in 4 bit alone: nobody makes a better one of it. */
  @ParameterizedTest
  @CsvSource({"gpt-oss-20b", "gpt-oss-120b"})
  void whatIsPublishedIn4BitIsRecommendedSo(String model) {
    JsonNode answer =
        Asking.answer("/v1/recommendations?runtime=vllm&provider=all&max_gpus=4&model=" + model);
    JsonNode pick = answer.path("picks").path("recommended");

    assertEquals("mxfp4", pick.path("format").asText());
    assertTrue(codes(answer).contains("published_format"), codes(answer));
  }

  @Test
  void sixteenBitCanBeHadOfEverything() {
    assertEquals(
        "bf16",
        estimate("model=gpt-oss-20b&quantization=16bit").path("memory").path("format").asText());
  }

  /** vLLM's log has 57.75 GiB on each of eight GPUs. */
  @Test
  void aPublishedFp8CheckpointCountsWhatItKeepsIn16Bit() {
    JsonNode memory = estimate("model=llama-3.1-405b&runtime=vllm&quantization=fp8").path("memory");

    assertEquals(462, memory.path("weights_gib").asDouble(), 0.03 * 462);
  }

  @Test
  void anEncoderHasNoCacheAndNoSpeed() {
    JsonNode answer = estimate("model=bge-m3&runtime=vllm&quantization=16bit&card=L4");

    assertEquals(0, answer.path("memory").path("kv_cache_gib").asDouble());
    assertFalse(answer.has("speed"));
    assertTrue(codes(answer).contains("encoder"), codes(answer));
  }

  @Test
  void speechIsSizedAndNotTimed() {
    JsonNode answer = estimate("model=whisper-large-v3&quantization=16bit&card=L4");

    assertEquals(0.3, answer.path("memory").path("kv_cache_gib").asDouble(), 0.01);
    assertFalse(answer.has("speed"));
    assertTrue(codes(answer).contains("speech_model"), codes(answer));
  }

  @Test
  void aTowerIsCountedAndSaid() {
    JsonNode answer = estimate("model=qwen2.5-vl-7b-instruct&runtime=vllm&quantization=awq");

    assertTrue(codes(answer).contains("vision_tower"), codes(answer));
    assertTrue(answer.path("memory").path("weights_gib").asDouble() > 6, answer.toString());
  }

  @Test
  void sizesThatContradictTheParametersAreAFault() {
    assertEquals(
        400,
        Asking.get("/v1/estimate?parameters=70b&layers=32&hidden_size=4096&heads=32&kv_heads=8")
            .status());
    assertEquals(200, Asking.get("/v1/estimate?parameters=8b&layers=32").status());
  }

  private static String codes(JsonNode answer) {
    return answer.path("notes").findValuesAsText("code").toString();
  }
}
