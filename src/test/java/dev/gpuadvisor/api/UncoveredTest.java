package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.http.ApiResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not covered is called so, by what it is, however it is described. */
class UncoveredTest {

  @ParameterizedTest
  @CsvSource({
    "model=gpt-4o, closed model",
    "model=openai/whisper-large-v3, speech model",
    "model=BAAI/bge-reranker-v2-m3, reranker",
    "model=YituTech/conv-bert-base, embedding model",
    "model=black-forest-labs/FLUX.1-dev, image model",
    "model=Wan-AI/Wan2.2-T2V-A14B, video model",
    "model=mlx-community/Qwen3-8B-4bit, MLX",
    "model=qwen3-8b&runtime=mlx, MLX",
    "model=qwen3-8b&quantization=exl2, ExLlama",
    "model=qwen3-8b&provider=colab, provider",
    "model=qwen3-8b&task=dora, DoRA",
    "model=qwen3-8b&task=GRPO, rewards",
    "model=qwen3-8b&task=full&sharding=tensor_parallel, data parallelism",
    "model=qwen3-8b&task=full&sharding=PP, data parallelism",
    "model=qwen3-8b&task=full&trainer=Megatron-LM, data parallelism",
    "model=qwen3-8b&task=full&trainer=litgpt, trainer",
    "model=qwen3-8b&current=Mac Studio&current_price_per_hour=1, Apple",
  })
  void saysWhatItIs(String query, String word) {
    ApiResponse response = Asking.get("/v1/recommendations?" + query.replace(" ", "%20"));

    assertEquals(400, response.status());
    assertTrue(Asking.text(response).contains(word), () -> Asking.text(response));
  }

  @Test
  void aPartOfAPipelineOfDiffusersIsAnImageModel() {
    ApiResponse response =
        Asking.post(
            "/v1/estimate",
            "{\"config\":{\"_class_name\":\"FluxTransformer2DModel\",\"num_layers\":19}}");

    assertEquals(400, response.status());
    assertEquals(1, Asking.errors(response).size());
    assertTrue(Asking.text(response).contains("image model"), () -> Asking.text(response));
  }

  @Test
  void aCardOfAmdIsAnsweredWithAWideRange() {
    String answer =
        Asking.text(
            Asking.get(
                "/v1/estimate?model=llama-3.1-8b&runtime=vllm&quantization=16bit&card=MI300X"));

    assertTrue(answer.contains("No run on AMD Instinct MI300X was measured"), answer);
  }

  @Test
  void severalOfACardAreCounted() {
    String answer =
        Asking.text(Asking.get("/v1/estimate?model=llama-3.1-8b&quantization=8bit&card=2x3090"));

    assertTrue(answer.contains("\"card\":\"RTX_3090\",\"gpus\":2"), answer);
    assertTrue(answer.contains("\"written\":\"2x3090\",\"meant\":\"RTX_3090, gpus=2\""), answer);
  }
}
