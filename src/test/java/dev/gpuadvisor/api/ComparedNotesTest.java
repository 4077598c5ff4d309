package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an answer assumes does not depend on whether offers are named: a comparison says all that a
 * recommendation of the same says of the question, but for what only a pick has.
 */
class ComparedNotesTest {

  /** Of the pick, of the offer that it is, and of why it is one. */
  private static final Set<String> OF_PICKS =
      Set.of(
          "supply_unknown",
          "mixed_pool",
          "supply",
          "unverified",
          "billed_all_month",
          "untried_card",
          "spot",
          "reserved",
          "price_date",
          "price_moved",
          "region",
          "served_faster",
          "all_at_once",
          "run_fastest",
          "run_one_more",
          "run_on_spot",
          "starts_measured",
          "kept_running",
          "near_limit",
          "quality_lowered",
          "price_age");

  private static Set<String> notes(String target) {
    Set<String> codes = new TreeSet<>();
    for (JsonNode note : Asking.answer(target).path("notes")) {
      codes.add(note.path("code").asText());
    }
    codes.removeAll(OF_PICKS);
    return codes;
  }

  /** Targets that nobody gave decide whether a card carries the load. */
  @ParameterizedTest
  @ValueSource(strings = {"L4", "H100_SXM"})
  void areThoseOfACard(String card) {
    Set<String> notes = notes("/v1/estimate?model=qwen2.5-14b&requests_per_day=50000&card=" + card);

    assertTrue(notes.containsAll(Set.of("targets_assumed", "tokens_assumed")), notes.toString());
    Set<String> given =
        notes(
            "/v1/estimate?model=qwen2.5-14b&requests_per_day=50000&input_tokens=500"
                + "&output_tokens=100&latency=batch&card="
                + card);
    assertFalse(given.contains("targets_assumed") || given.contains("tokens_assumed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=qwen2.5-14b&requests_per_day=50000",
        "model=qwen2.5-14b&requests_per_day=50000&input_tokens=500&output_tokens=100",
        "model=qwen2.5-14b&requests_per_day=50000&seconds_per_request=2&max_first_token_seconds=1",
        "model=qwen2.5-14b&concurrency=16",
        "model=qwen2.5-14b&context=131072&runtime=vllm",
        "model=qwen2.5-14b&currency=EUR&usd_per_unit=1.1",
        "model=qwen2.5-14b&quantization=fp8&runtime=vllm",
        "model=gpt-oss-120b&quantization=8bit",
        "model=llama-3.1-8b&task=qlora&examples=10000",
        "parameters=14b",
        "config={\"model_type\":\"starcoder2\",\"num_hidden_layers\":30,\"hidden_size\":3072,"
            + "\"num_attention_heads\":24,\"num_key_value_heads\":2,\"intermediate_size\":12288,"
            + "\"vocab_size\":49152}",
      })
  void areThoseOfARecommendation(String question) {
    String asked = question.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22");
    Set<String> picked = new TreeSet<>();
    for (JsonNode pick : Asking.answer("/v1/recommendations?" + asked).path("picks")) {
      if (pick.isObject()) {
        picked.add(pick.path("offer").asText());
      }
    }

    assertEquals(
        notes("/v1/recommendations?" + asked),
        notes("/v1/compare?offers=" + String.join(",", picked) + "&" + asked));
  }
}
