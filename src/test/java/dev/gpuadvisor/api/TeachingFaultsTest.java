package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.question.Questions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense gets an answer that says what is wrong with it, and what would be right. */
class TeachingFaultsTest {

  private static final String RECOMMEND = "/v1/recommendations";
  private static final String QUESTION = RECOMMEND + "?model=qwen2.5-14b&";

  @Test
  void namesTheNearestModels() {
    ApiResponse response = Asking.get(RECOMMEND + "?model=qwen2.5-41b");

    assertEquals(400, response.status());
    assertEquals(
        "qwen2.5-14b-instruct", Asking.errors(response).path(0).path("nearest").path(0).asText());
  }

  @Test
  void namesTheParameterThatWasMeant() {
    JsonNode fault = Asking.errors(Asking.get(QUESTION + "quantisation=8bit")).path(0);

    assertEquals("quantisation", fault.path("parameter").asText());
    assertEquals("[\"quantization\"]", fault.path("nearest").toString());
    Set<String> allowed = new TreeSet<>(Set.of("format", "fields", "limit")); // of the answer
    Questions.of(BundledCatalog.catalog()).recommendation().parameters().stream()
        .map(Parameter::name)
        .forEach(allowed::add);
    Set<String> named = new TreeSet<>();
    fault.path("allowed").forEach(name -> named.add(name.asText()));
    assertEquals(allowed, named);
  }

  @ParameterizedTest
  @CsvSource({
    "context=-1, context",
    "context=0, context",
    "context=99999999999, context",
    "context=1e-4, context",
    "context=8192.5, context",
    "context=32kb, context",
    "budget_per_hour=500/mo, budget_per_hour",
    "budget_per_month=3/h, budget_per_month",
    "budget_per_month=300%E2%82%AC/mo, budget_per_month",
    "'budget_per_hour=1,006', budget_per_hour",
    "hours_per_month=2/h, hours_per_month",
    "context=, context",
    "context=8192&output_tokens=8193, output_tokens",
    "concurrency=4097, concurrency",
    "lora_rank=513, lora_rank",
    "max_gpus=0, max_gpus",
    "budget_per_hour=abc, budget_per_hour",
    "budget_per_hour=-1, budget_per_hour",
    "budget_per_hour=0, budget_per_hour",
    "budget_per_hour=NaN, budget_per_hour",
    "budget_per_hour=1e999999999, budget_per_hour",
    "budget_per_hour=%D9%A1, budget_per_hour",
    "hours_per_month=745, hours_per_month",
    "min_supply=plenty, min_supply",
    "quantization=7bit, quantization",
    "'quantization=,', quantization",
    "'quantization=8bit,', quantization",
    "provider=moon, provider",
    "runtime=onnx, runtime",
    "kv_cache=int8, kv_cache",
    "lang=de, lang",
    "current=A10G, current_price_per_hour",
    "current=RTX_9090, current",
    "current=, current",
    "starts_per_hour=-1, starts_per_hour",
    "startup_seconds=3601, startup_seconds",
    "idle_seconds=soon, idle_seconds",
    "model=qwen2.5-7b, model"
  })
  void namesTheFault(String query, String parameter) {
    ApiResponse response = Asking.get(QUESTION + query);

    Schemas.assertValid("Problem", Asking.text(response));
    assertEquals(400, response.status());
    assertEquals(parameter, Asking.errors(response).path(0).path("parameter").asText());
  }

  @Test
  void namesEveryFaultAtOnce() {
    ApiResponse response =
        Asking.post(
            RECOMMEND,
            "{\"model\":true,\"context\":-1,\"quantization\":[\"8bit\",null,{\"a\":[1]}],"
                + "\"users\":[],\"lang\":\"fr\",\"budget_per_hour\":1e999999999}");

    assertEquals(
        "[quantization, model, quantization, context, budget_per_hour, users]",
        Asking.errors(response).findValuesAsText("parameter").toString());
    assertEquals("Paramètres invalides", Asking.json(response).path("title").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "{", "{}x", "[]", "null", "\"model\"", "{\"model\"}", "{'model':1}"})
  void saysThatJsonIsBroken(String body) {
    ApiResponse response = Asking.post(RECOMMEND + "?lang=fr", body);

    Schemas.assertValid("Problem", Asking.text(response));
    assertEquals(400, response.status());
    assertEquals(
        "Le corps n'est pas du JSON utilisable", Asking.json(response).path("title").asText());
  }

  @Test
  void readsNoMoreThanAQuestionCanHave() {
    ApiResponse large = Asking.post(RECOMMEND, " ".repeat(5_000_000));
    ApiResponse many = Asking.post(RECOMMEND, "{" + "\"a\":1,".repeat(30_000) + "\"b\":1}");
    ApiResponse list = Asking.post(RECOMMEND, "{\"model\":\"" + ",".repeat(200_000) + "\"}");
    ApiResponse values =
        Asking.post(QUESTION, "{\"quantization\":\"" + "a,".repeat(99_999) + "\"}");

    assertEquals(413, large.status());
    for (ApiResponse response : new ApiResponse[] {many, list, values}) {
      assertEquals(400, response.status());
      assertTrue(response.body().length < 10_000, Asking.text(response));
    }
    assertEquals(
        "At most 100 values are allowed.", Asking.errors(values).findValue("detail").asText());
  }

  @Test
  void showsTextThatUtf8CannotCarry() {
    ApiResponse response = Asking.post(RECOMMEND, "{\"model\":\"\\ud800\"}");

    Schemas.assertValid("Problem", Asking.text(response));
    assertEquals("?", Asking.errors(response).path(0).path("value").asText());
  }

  @Test
  void neverReadsDeepNesting() {
    ApiResponse response =
        Asking.post(RECOMMEND, "{\"model\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    Schemas.assertValid("Problem", Asking.text(response));
    assertEquals(400, response.status());
  }

  @Test
  void saysThatBytesAreNoText() {
    byte[] body = {'{', '"', 'm', (byte) 0xff, '"', ':', '1', '}'};
    ApiResponse response =
        Asking.API.handle(
            Asking.request("POST", RECOMMEND, Map.of("content-type", "application/json"), body));

    assertEquals(400, response.status());
    Schemas.assertValid("Problem", new String(response.body(), UTF_8));
  }
}
