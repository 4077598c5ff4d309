package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of hundreds of assessments is spelled out, and that the rest is neither lost nor wrong. */
class ShortAnswersTest {

  private static final int MOST_BYTES = 24 * 1024;
  private static final String WHOLE = "&limit=10000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=qwen2.5-14b&provider=all",
        "model=qwen2.5-14b&provider=all&runtime=vllm",
        "model=qwen2.5-14b&provider=all&runtime=llama.cpp",
        "model=llama-3.1-70b&provider=all&runtime=vllm&max_gpus=8",
        "model=llama-3.1-405b&provider=all&runtime=vllm&max_gpus=16&context=100000",
        "model=gpt-oss-120b&provider=all&market=any&lang=fr",
        "model=qwen3-0.6b&provider=all&quantization=16bit",
        "model=llama-3.1-8b&provider=all&budget_per_hour=0.2&min_supply=high",
        "model=llama-3.1-8b&provider=all&rank_by=speed&runtime=transformers&current=A10G"
            + "&current_price_per_hour=1",
        "model=llama-3.1-8b&provider=all&rank_by=cost_per_token&region=eu",
        "model=llama-3.1-8b&provider=all&task=lora",
        "model=qwen2.5-14b&provider=aws-ec2&limit=1",
        "model=qwen2.5-14b&limit=2",
        "model=llama-3.1-8b&requests_per_second=2",
        "model=llama-3.1-8b&requests_per_day=5000&provider=all&lang=fr"
      })
  void areTheWholeAnswerWithFewerAssessments(String query) {
    String text = Asking.text(Asking.get("/v1/recommendations?" + query));
    JsonNode answer = Asking.json(text);
    String everything = query.replaceAll("&limit=\\d+", "") + WHOLE;
    JsonNode whole = Asking.json(Asking.get("/v1/recommendations?" + everything));

    assertTrue(text.getBytes(UTF_8).length <= MOST_BYTES, () -> text.length() + " characters");
    assertFalse(whole.has("left_out"));
    for (String same : List.of("workload", "picks", "fallbacks", "memory", "notes", "migration")) {
      assertEquals(whole.path(same), answer.path(same), same);
    }
    List<JsonNode> shown = list(answer.path("assessments"));
    List<JsonNode> rest = list(whole.path("assessments"));
    List<JsonNode> inOrder = new ArrayList<>(rest);
    inOrder.retainAll(new HashSet<>(shown));
    assertEquals(inOrder, shown);
    rest.removeAll(new HashSet<>(shown));
    assertEquals(counts(rest), counts(answer.path("left_out")));
    for (JsonNode group : answer.path("left_out")) {
      assertEquals(
          of(group, rest).mapToDouble(ShortAnswersTest::perMonth).min().orElseThrow(),
          of(group, rest)
              .filter(each -> isThe(group.path("cheapest"), each))
              .mapToDouble(ShortAnswersTest::perMonth)
              .min()
              .orElseThrow());
      assertEquals(
          of(group, rest).mapToDouble(each -> each.path("usable_gib").asDouble()).max(),
          of(group, rest)
              .filter(each -> isThe(group.path("largest"), each))
              .mapToDouble(each -> each.path("usable_gib").asDouble())
              .max());
    }
    Set<String> providers = new HashSet<>(answer.path("assessments").findValuesAsText("provider"));
    List<String> listed = answer.path("price_lists").findValuesAsText("provider");
    if (answer.has("left_out")) {
      assertEquals(providers, new HashSet<>(listed));
    }
  }

  /** Each pick and each fallback can be read in full. */
  @Test
  void spellOutWhateverWasPicked() {
    JsonNode answer =
        Asking.json(
            Asking.get("/v1/recommendations?model=llama-3.1-8b&provider=all&runtime=vllm&limit=1"));

    List<JsonNode> picks = list(answer.path("fallbacks"));
    answer.path("picks").forEach(picks::add);
    assertEquals(6, picks.size());
    for (JsonNode pick : picks) {
      assertTrue(list(answer.path("assessments")).stream().anyMatch(each -> isThe(pick, each)));
    }
  }

  @Test
  void areWholeWhereTheListIsShort() {
    JsonNode answer =
        Asking.json(
            Asking.get("/v1/recommendations?model=qwen2.5-14b&quantization=16bit,8bit,4bit"));

    assertEquals(33, answer.path("assessments").size());
    assertFalse(answer.has("left_out"));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }

  private static Stream<JsonNode> of(JsonNode group, List<JsonNode> rest) {
    return rest.stream().filter(each -> each.path("verdict").equals(group.path("verdict")));
  }

  private static double perMonth(JsonNode assessment) {
    return assessment.path("price").path("usd_per_month").asDouble();
  }

  private static boolean isThe(JsonNode named, JsonNode assessment) {
    return List.of("offer", "provider", "gpus", "quantization", "format").stream()
        .allMatch(field -> named.path(field).equals(assessment.path(field)));
  }

  private static Map<String, Integer> counts(List<JsonNode> assessments) {
    Map<String, Integer> counts = new HashMap<>();
    assessments.forEach(each -> counts.merge(each.path("verdict").asText(), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> counts(JsonNode leftOut) {
    Map<String, Integer> counts = new HashMap<>();
    leftOut.forEach(each -> counts.put(each.path("verdict").asText(), each.path("count").asInt()));
    return counts;
  }
}
