package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.unlisted.ConfigGenerator;
import dev.gpuadvisor.unlisted.TypicalShape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that the catalogue does not have. */
class UnlistedModelsTest {

  private static final int CONFIGS = 2000;

  private static final List<String> TASKS =
      List.of(
          "\"context\": 16777216, \"concurrency\": 4096, \"max_gpus\": 16",
          "\"context\": 16777216, \"concurrency\": 4096, \"max_gpus\": 16, \"output_tokens\": 0,"
              + " \"runtime\": \"transformers-4.40\"",
          "\"context\": 16777216, \"concurrency\": 4096, \"max_gpus\": 16, \"output_tokens\": 0,"
              + " \"runtime\": \"transformers-4.51\", \"quantization\": \"awq\"",
          "\"context\": 16777216, \"concurrency\": 4096, \"max_gpus\": 16, \"lora_rank\": 512,"
              + " \"adapters\": 1024, \"runtime\": \"vllm\", \"rank_by\": \"speed\"",
          "\"context\": 16777216, \"concurrency\": 4096, \"max_gpus\": 16,"
              + " \"runtime\": \"llama.cpp\"",
          "\"task\": \"full\", \"batch\": 1024, \"sequence_length\": 1048576, \"max_gpus\": 16",
          "\"task\": \"qlora\", \"lora_rank\": 512, \"train_embeddings\": \"true\"",
          "\"quantization\": [\"bf16\", \"4bit\"], \"lora_rank\": 512");

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void noConfigurationIsTooMuch(long seed) {
    ConfigGenerator configs = new ConfigGenerator(seed);
    Random random = new Random(seed);
    int answered = 0;
    for (int i = 0; i < CONFIGS; i++) {
      String task = TASKS.get(random.nextInt(TASKS.size()));
      String body = "{\"config\": " + configs.next() + ", " + task + "}";
      ApiResponse response = Asking.post("/v1/recommendations", body);

      assertTrue(response.status() == 200 || response.status() == 400, body);
      if (response.status() == 200) {
        answered++;
        Asking.json(response)
            .path("assessments")
            .forEach(each -> assertTrue(each.path("required_gib").asDouble() > 0, body));
      }
    }
    assertTrue(answered > CONFIGS / 20, answered + " of them are models");
    assertTrue(answered < CONFIGS, "none of them is hostile");
  }

  /** The most that the bounds of a shape allow, of the most that can be asked. */
  @ParameterizedTest
  @CsvSource({
    "transformers-4.40, 8bit, 0",
    "transformers-4.40, 8bit, 16777216",
    "transformers-4.46, 8bit, 0",
    "transformers-4.51, awq, 0",
    "transformers-4.51, awq, 16777216",
    "vllm, 8bit, 0",
    "llama.cpp, 8bit, 0"
  })
  void theLargestModelDoesNotOverflow(String runtime, String format, int output) {
    String largest =
        "layers=512&hidden_size=2000&heads=16&kv_heads=16&head_dim=125&feed_forward_size=131072"
            + "&vocabulary=524288&context=16777216&concurrency=4096&card=H100_SXM&gpus=16";
    JsonNode answer =
        Asking.answer(
            String.format(
                "/v1/estimate?%s&runtime=%s&quantization=%s&output_tokens=%d",
                largest, runtime, format, output));
    double cacheGib = 2.0 * 512 * 2 * 2000 * (1L << 36) / (1 << 30);

    assertEquals(cacheGib, answer.path("memory").path("kv_cache_gib").asDouble(), 1);
    assertTrue(answer.path("required_gib").asDouble() >= cacheGib, answer.toString());
  }

  /** Named or guessed from its size alone, a dense model takes what the error bar allows. */
  @Test
  void theErrorBarOfASizeHoldsForNineInTenOfItsModels() {
    int inside = 0;
    int models = 0;
    for (Model model : BundledCatalog.catalog().models().all()) {
      if (isPlain(model)) {
        double known = gib("model=" + model.id()).path("allocated_gib").asDouble();
        JsonNode guessed = gib("parameters=" + model.parameters());
        double off = Math.abs(guessed.path("allocated_gib").asDouble() / known - 1) * 100;
        models++;
        inside += off <= guessed.path("error_percent").asDouble() ? 1 : 0;
      }
    }
    assertTrue(inside >= 0.85 * models, inside + " of " + models);
  }

  private static boolean isPlain(Model model) {
    return model.kind() == ModelKind.GENERATOR
        && model.attention() instanceof Attention.Grouped
        && model.shape().attentionLayers().size() == 1
        && model.experts().isEmpty()
        && model.slidingWindow().isEmpty()
        && model.shape().recurrent().isEmpty()
        && model.visionParameters() == 0
        && model.parameters() >= TypicalShape.LEAST_PARAMETERS;
  }

  private static JsonNode gib(String query) {
    return Asking.answer("/v1/estimate?" + query).path("memory");
  }

  @Test
  void whatIsKnownNarrowsTheErrorBar() {
    double guessed = gib("parameters=7b").path("error_percent").asDouble();
    double cache =
        gib("parameters=7b&layers=32&kv_heads=8&head_dim=128").path("error_percent").asDouble();
    double all =
        gib("parameters=7b&layers=32&kv_heads=8&head_dim=128&hidden_size=4096&vocabulary=32000")
            .path("error_percent")
            .asDouble();

    assertTrue(guessed > cache && cache > all);
    assertEquals(3, all);
  }

  @ParameterizedTest
  @CsvSource({
    "14.8b, 14800000000",
    "14.8B, 14800000000",
    "500m, 500000000",
    "1.5T, 1500000000000",
    "7000000000, 7000000000",
    "' 7b ', 7000000000"
  })
  void parametersAreReadAsPeopleWriteThem(String text, long parameters) {
    String query = "/v1/estimate?parameters=" + text.replace(" ", "+");

    assertEquals(
        parameters,
        Asking.answer(query).path("workload").path("shape").path("parameters").asLong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parameters=49m",
        "parameters=2.1t",
        "parameters=b",
        "parameters=",
        "parameters=-7b",
        "parameters=7bb",
        "parameters=1e9b",
        "parameters=7b&kv_heads=5&heads=32",
        "parameters=50m&vocabulary=500000",
        "layers=0",
        "layers=4",
        "config={",
        "config=[]",
        "config=",
        "config={}{}",
        "parameters=7b&layers=512&hidden_size=65536",
        "parameters=2t&layers=512&kv_heads=1024&heads=1024&head_dim=1024"
      })
  void whatIsNoModelIsAFault(String query) {
    ApiResponse response =
        Asking.get("/v1/estimate?" + query.replace("{", "%7B").replace("}", "%7D"));

    assertEquals(400, response.status(), Asking.text(response));
  }

  @Test
  void aConfigurationInAQueryIsTheSameAsInABody() {
    String config =
        "{\"model_type\":\"llama\",\"hidden_size\":4096,\"num_hidden_layers\":32,"
            + "\"num_attention_heads\":32,\"num_key_value_heads\":8,"
            + "\"intermediate_size\":14336,\"vocab_size\":128256}";
    String encoded = config.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22");

    assertEquals(
        Asking.json(Asking.post("/v1/estimate", "{\"config\":" + config + "}")),
        Asking.answer("/v1/estimate?config=" + encoded));
  }

  @Test
  void anAnswerIsTheSameAsOfTheNamedModelButForItsName() {
    JsonNode named = gib("model=llama-3.1-8b&quantization=4bit");
    JsonNode described =
        gib(
            "layers=32&hidden_size=4096&heads=32&kv_heads=8&feed_forward_size=14336"
                + "&vocabulary=128256&quantization=4bit");

    assertEquals(named, described);
  }
}
