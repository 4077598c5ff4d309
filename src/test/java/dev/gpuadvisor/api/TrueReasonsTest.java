package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer gives as its reason is the reason, and what it says would help does help. */
class TrueReasonsTest {

  private static final String RECOMMEND = "/v1/recommendations?model=";

  private static List<String> codes(JsonNode answer) {
    return answer.path("notes").findValuesAsText("code");
  }

  private static String note(JsonNode answer, String code) {
    return StreamSupport.stream(answer.path("notes").spliterator(), false)
        .filter(each -> each.path("code").asText().equals(code))
        .map(each -> each.path("text").asText())
        .findFirst()
        .orElse("");
  }

  /** Where the cards do not compute a format, more of them are not advised. */
  @ParameterizedTest
  @CsvSource({
    "runpod-pods, vllm",
    "gcp-compute-engine, vllm",
    "azure, vllm",
    "hf-spaces, vllm",
    "hf-spaces, transformers",
    "lambda-cloud, vllm"
  })
  void moreGpusAreNotAdvisedForAFormat(String provider, String runtime) {
    String query =
        "qwen2.5-7b&quantization=fp8&max_gpus=1&provider=" + provider + "&runtime=" + runtime;
    ApiResponse response = Asking.get(RECOMMEND + query);
    if (response.status() != 200) {
      assertTrue(Asking.text(response).contains("does not load"), Asking.text(response));
      return;
    }
    JsonNode answer = Asking.json(response);
    boolean forMemory =
        answer.path("assessments").findValuesAsText("reason").stream()
            .anyMatch(reason -> reason.contains("GiB"));
    String why = note(answer, "nothing_fits");
    assertTrue(forMemory || !why.contains("max_gpus"), why);
    assertTrue(
        answer.path("picks").path("recommended").isObject() || !codes(answer).isEmpty(), why);
  }

  /** Wherever more GPUs are advised, that many make it fit. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "llama-3.1-405b&quantization=bf16",
        "llama-3.3-70b&quantization=16bit&provider=vultr",
        "llama-3.1-405b&quantization=4bit&provider=vultr",
        "deepseek-v3&quantization=4bit&provider=aws-ec2",
        "llama-3.3-70b&quantization=16bit&provider=hf-spaces",
        "deepseek-v3&quantization=8bit&runtime=vllm",
        "qwen2.5-14b&task=full"
      })
  void moreGpusAreAdvisedWhereTheyHelp(String query) {
    JsonNode answer = Asking.recommend(query);
    assertTrue(answer.path("picks").path("recommended").isNull());
    String why = note(answer, "nothing_fits");
    String same =
        query.contains("task=") || query.contains("runtime=")
            ? query
            : query + "&runtime=" + answer.at("/assumed/runtime").asText();
    JsonNode most = Asking.recommend(same + "&max_gpus=16");
    if (why.contains("With max_gpus=")) {
      String more = why.replaceAll("(?s).*With max_gpus=(\\d+) .*", "$1");
      JsonNode helped = Asking.recommend(same + "&max_gpus=" + more);
      assertTrue(helped.path("picks").path("recommended").isObject(), why);
    } else {
      assertTrue(most.path("picks").path("recommended").isNull(), why);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "lora", "qlora"})
  void whatHelpsTrainingIsNotAShorterContext(String task) {
    String why = note(Asking.recommend("llama-3.1-405b&max_gpus=16&task=" + task), "nothing_fits");
    assertFalse(why.contains("context"), why);
    assertTrue(
        why.isEmpty() || why.contains("sequence_length") || why.contains("fits with one of"), why);
  }

  /** One need of a model: what memory says, what the note says. */
  @Test
  void theNoteNeedsWhatTheEstimateNeeds() {
    JsonNode answer = Asking.recommend("llama-3.1-405b&quantization=bf16");
    BigDecimal required = answer.path("memory").path(0).path("required_gib").decimalValue();
    assertTrue(
        note(answer, "nothing_fits")
            .contains(required.setScale(1, RoundingMode.HALF_UP) + "\u00a0GiB"));
  }

  /** What one GPU needs and has, where several must each have room. */
  @Test
  void ofSeveralGpusEachIsSpokenOf() {
    JsonNode each =
        Asking.assessment(
            Asking.recommend("llama-3.3-70b&quantization=16bit&max_gpus=4"), "AMPERE_24");
    assertEquals(4, each.path("gpus").asInt());
    String share =
        each.path("required_gib")
                .decimalValue()
                .divide(BigDecimal.valueOf(4), 1, RoundingMode.HALF_UP)
            + "\u00a0GiB on each of 4 GPUs";
    assertTrue(each.path("reason").asText().contains(share), each.toString());
  }

  /** Sizes that a runtime cannot use are no reason where a smaller one is only too small. */
  @ParameterizedTest
  @CsvSource({"3, 2", "5, 4", "6, 4", "7, 4", "9, 8"})
  void aSizeThatCannotBeSplitIsNotTheOneThatIsJudged(int maxGpus, int gpus) {
    JsonNode answer =
        Asking.recommend("llama-3.3-70b&runtime=vllm&quantization=16bit&max_gpus=" + maxGpus);
    for (JsonNode each : answer.path("assessments")) {
      assertFalse(each.path("reason").asText().contains("cannot spread"), each.toString());
      if (each.path("fit").asText().equals("no")) {
        assertEquals(gpus, each.path("gpus").asInt(), each.toString());
        assertTrue(
            each.path("required_gib")
                    .decimalValue()
                    .compareTo(each.path("usable_gib").decimalValue())
                > 0,
            each.toString());
      }
    }
  }

  /** What is to know of a task is said with a comparison and an estimate too. */
  @ParameterizedTest
  @CsvSource({
    "model=qwen2.5-14b&context=131072, context_beyond_model",
    "parameters=14b, unlisted_model",
    "model=llama-3.1-8b&task=lora, fine_tuning",
    "model=llama-3.1-8b&task=full, fine_tuning"
  })
  void notesOfTheTaskAreInEveryAnswer(String query, String code) {
    assertTrue(codes(Asking.answer("/v1/recommendations?" + query)).contains(code));
    assertTrue(codes(Asking.answer("/v1/estimate?" + query)).contains(code));
    assertTrue(
        codes(Asking.answer("/v1/compare?offers=BLACKWELL_96,AMPERE_80&" + query)).contains(code));
  }

  /** By its own rule the sampler needs a place for each sequence. */
  @ParameterizedTest
  @CsvSource({"256, 1024", "1024, 2048", "2048, 4096"})
  void moreSequencesThanUsualTakeMoreOfASampler(int few, int many) {
    assertTrue(activations(few).compareTo(activations(many)) < 0);
  }

  private static BigDecimal activations(int concurrency) {
    return Asking.answer(
            "/v1/estimate?model=llama-3.2-1b&runtime=vllm&quantization=16bit&context=1024&concurrency="
                + concurrency)
        .path("memory")
        .path("activations_gib")
        .decimalValue();
  }

  /** Of an offer that is picked in two sizes there is no more to know than of one. */
  @Test
  void noNoteIsSaidTwice() {
    int twice = 0;
    for (String model : List.of("llama-3.3-70b", "qwen2.5-32b", "qwen2.5-72b", "mixtral-8x7b")) {
      for (String provider : List.of("runpod-serverless", "modal", "lambda-cloud", "runpod-pods")) {
        JsonNode answer =
            Asking.recommend(
                model + "&quantization=16bit,8bit,4bit&max_gpus=8&provider=" + provider);
        List<String> texts = answer.path("notes").findValuesAsText("text");
        assertEquals(texts.stream().distinct().toList(), texts);
        List<String> sizes = new ArrayList<>();
        answer
            .path("picks")
            .forEach(pick -> sizes.add(pick.path("offer").asText() + pick.path("gpus").asText()));
        List<String> offers = answer.path("picks").findValuesAsText("offer");
        twice += sizes.stream().distinct().count() > offers.stream().distinct().count() ? 1 : 0;
      }
    }
    assertTrue(twice > 0, "no offer is picked in two sizes");
  }
}
