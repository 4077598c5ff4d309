package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed for a run that does not fit is so when it is asked for. */
class ToFitTest {

  private static final List<String> SIZES =
      List.of("batch=1&sequence_length=32768", "batch=16&sequence_length=4096");

  private static final List<String> SETTINGS =
      List.of(
          "",
          "&optimizer=adamw_torch",
          "&precision=bf16&gradient_checkpointing=none",
          "&offload=optimizer&fused_loss=true");

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] sides = pair.split("=", 2);
      parameters.put(sides[0], sides[1]);
    }
    return parameters;
  }

  private static JsonNode training(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return Asking.answer("/v1/estimate?" + query).path("training");
  }

  /** Each by itself, with the very number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "task=full&card=A100_SXM_80",
        "task=lora&card=L4",
        "task=qlora&card=RTX_3060_8",
        "task=full&card=L40S&gpus=4",
        "task=lora&card=RTX_4090&gpus=2&sharding=fsdp",
        "task=qlora&card=L4&gpus=2&trainer=trl",
        "task=full&card=H100_SXM&gpus=2&sharding=none",
      })
  void eachTakesAsMuchAsItSays(String run) {
    int asked = 0;
    for (String model : List.of("llama-3.1-8b", "qwen3-32b", "mixtral-8x7b-instruct-v0.1")) {
      for (String size : SIZES) {
        for (String settings : SETTINGS) {
          asked += askAgain("model=" + model + "&" + run + "&" + size + settings);
        }
      }
    }
    assertTrue(asked > 20, run + ": " + asked);
  }

  private static int askAgain(String query) {
    Map<String, String> parameters = parameters(query);
    JsonNode proposed = training(parameters).path("to_fit");
    for (JsonNode each : proposed) {
      Map<String, String> changed = new LinkedHashMap<>(parameters);
      changed.put(each.path("setting").asText(), each.path("value").asText());
      JsonNode then = training(changed);
      String what = query + " " + each;
      assertEquals(
          each.path("peak_gib_per_gpu").decimalValue(),
          then.path("peak_gib_per_gpu").decimalValue(),
          what);
      assertEquals(each.path("fits").asBoolean(), then.path("fits").asBoolean(), what);
    }
    return proposed.size();
  }

  /** Adapters instead of all weights, and a quantized base instead of one in 16 bit. */
  @Test
  void anotherMethod() {
    String query = "model=llama-3.1-8b&card=L4&batch=1&sequence_length=2048&task=";
    List<String> full = new ArrayList<>();
    training(parameters(query + "full"))
        .path("to_fit")
        .forEach(each -> full.add(each.path("value").asText()));
    assertTrue(full.containsAll(List.of("lora", "qlora")), full.toString());

    JsonNode lora = training(parameters(query + "lora&train_embeddings=true")).path("to_fit");
    JsonNode last = lora.path(lora.size() - 1);
    assertEquals("qlora", last.path("value").asText());
    assertTrue(last.path("fits").asBoolean(), lora.toString());
  }
}
