package dev.gpuadvisor.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.Schemas;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.unlisted.Hub;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of the hub in what callers get. */
class HubInAnswersTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final StandInHub standIn = StandInHub.open();
  private final Api api = api(new HuggingFaceHub(standIn.settings(), CLOCK));

  @AfterEach
  void close() {
    standIn.close();
  }

  private static Api api(Hub hub) {
    return GpuAdvisor.api(
        BundledCatalog.catalog(),
        hub,
        CLOCK,
        SlackSettings.from(Map.<String, String>of()::get, Outbox.atOnce()),
        McpSettings.from(Map.<String, String>of()::get));
  }

  private static String ask(Api of, int status, String path, String query) {
    ApiResponse answer =
        of.handle(new ApiRequest("GET " + path, Map.of(), query, Map.of(), new byte[0]));
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(status, answer.status(), text);
    return text;
  }

  private static void has(String text, String part) {
    assertTrue(text.contains(part), () -> "No " + part + " in " + text);
  }

  private static StandInRepository unheardOf() {
    return new StandInRepository("some-lab/Unheard-14B")
        .small("config.json", Repositories.QWEN)
        .small("model.safetensors.index.json", "{\"metadata\": {\"total_size\": 29540067328}}")
        .large("model-00001-of-00001.safetensors", new byte[8], 29_540_100_000L)
        .saying("\"safetensors\": {\"parameters\": {\"BF16\": 14770033664}}");
  }

  @Test
  void modelOfTheHubIsRecommendedFor() {
    standIn.with(unheardOf());
    String answer = ask(api, 200, "/v1/recommendations", "model=some-lab/Unheard-14B");
    has(answer, "\"model\":\"some-lab/Unheard-14B\"");
    has(answer, "\"meant\":\"some-lab/Unheard-14B@cf98f3b3bb\"");
    has(answer, "Looked up on the hub: some-lab/Unheard-14B@cf98f3b3bb");
    has(answer, "14,770,033,664 parameters, and weights of 27.5");
  }

  /** Whatever the surface: the same reader reads it. */
  @ParameterizedTest
  @ValueSource(strings = {"/v1/estimate", "/v1/report", "/v1/models/some-lab%2FUnheard-14B"})
  void modelOfTheHubIsKnownEverywhere(String path) {
    standIn.with(unheardOf());
    boolean inPath = path.contains("%2F");
    has(ask(api, 200, path, inPath ? "" : "model=some-lab/Unheard-14B"), "Unheard-14B");
  }

  @Test
  void aPageOfTheHubMayBePasted() {
    standIn.with(unheardOf());
    String page = "model=https://huggingface.co/some-lab/Unheard-14B/tree/main";
    standIn.on(
        "/api/models/some-lab/Unheard-14B/revision/main",
        exchange -> StandInHub.send(exchange, 200, unheardOf().api()));
    has(ask(api, 200, "/v1/estimate", page), "some-lab/Unheard-14B");
  }

  @Test
  void bundledModelsAskNobodyAndAnswerAsBefore() {
    Api without = api(Hub.OFF);
    for (String model :
        List.of(
            "qwen2.5-14b", "Qwen/Qwen2.5-14B-Instruct", "unsloth/Llama-3.3-70B-Instruct-GGUF")) {
      for (String path : List.of("/v1/recommendations", "/v1/estimate", "/v1/report")) {
        String query = "model=" + model;
        assertEquals(ask(without, 200, path, query), ask(api, 200, path, query));
      }
    }
    assertEquals(List.of(), standIn.requests);
  }

  @Test
  void exactAsksForTheVeryRepository() {
    StandInRepository qwen =
        new StandInRepository("Qwen/Qwen2.5-14B-Instruct")
            .small("config.json", Repositories.QWEN)
            .large("model.safetensors", new byte[8], 29_540_100_000L);
    standIn.with(qwen);
    for (String name : List.of("Qwen/Qwen2.5-14B-Instruct", "qwen2.5-14b")) {
      has(
          ask(api, 200, "/v1/estimate", "exact=true&model=" + name),
          "Qwen/Qwen2.5-14B-Instruct@cf98f3b3bb");
    }
    has(
        ask(api(Hub.OFF), 400, "/v1/estimate", "exact=yes&model=qwen2.5-14b"),
        "The hub is not asked here");
  }

  @Test
  void whyThereIsNoModelIsSaidWithTheOtherWays() {
    standIn.on(
        "/api/models/meta-labs/Gated-70B", StandInHub.status(403, "X-Error-Code", "GatedRepo"));
    String gated = ask(api, 400, "/v1/recommendations", "model=meta-labs/Gated-70B");
    has(gated, "is gated on the hub");
    has(gated, "HF_TOKEN");
    has(
        gated,
        "post its config.json, give its number of parameters (parameters=14b), or give its sizes");
    has(
        ask(api, 400, "/v1/recommendations", "model=some-lab/None-9B&lang=fr"),
        "Le hub n'a pas de modèle public some-lab/None-9B");
  }

  @Test
  void imageModelIsCalledOne() {
    standIn.with(
        new StandInRepository("some-lab/Painter")
            .small("model_index.json", "{}")
            .large("unet/model.safetensors", new byte[8], 1000)
            .saying("\"pipeline_tag\": \"text-to-image\""));
    String answer = ask(api, 400, "/v1/recommendations", "model=some-lab/Painter");
    has(answer, "“text-to-image”");
  }

  @Test
  void nameThatIsNoneOfARepositoryIsNotLookedUp() {
    ask(api, 400, "/v1/recommendations", "model=nothing-of-the-kind");
    ask(api, 400, "/v1/recommendations", "model=../../etc/passwd");
    ask(api, 400, "/v1/recommendations", "model=https://evil.example/a/b");
    assertEquals(List.of(), standIn.requests);
  }

  @Test
  void filesOfARepositoryAreListedWithWhatRunsThem() {
    byte[] header = GgufBytes.llama().bytes();
    standIn.with(
        new StandInRepository("org/model-GGUF")
            .large("model-Q8_0.gguf", header, 8_540_000_000L)
            .large("model-Q4_K_M.gguf", header, 4_920_000_000L)
            .large("model-BF16.gguf", header, 16_068_000_000L));
    String answer = ask(api, 200, "/v1/models", "gguf=org/model-GGUF&context=8k");
    Schemas.assertValid("Models", answer);
    has(
        answer,
        "{\"quantization\":\"q4_k_m\",\"weights_gib\":4.58,\"bits_per_weight\":4.9,\"fits\":[{");
    has(
        answer,
        "{\"quantization\":\"q8_0\",\"weights_gib\":7.95,\"bits_per_weight\":8.5,\"fits\":[{");
    has(
        answer,
        "{\"quantization\":\"bf16\",\"weights_gib\":14.96,\"bits_per_weight\":16,\"fits\":[{");
    assertTrue(answer.indexOf("q4_k_m") < answer.indexOf("q8_0"), "the smallest first");
    ask(api, 400, "/v1/models", "gguf=org/model-GGUF&card=L4");
    ask(api, 400, "/v1/models", "gguf=org/model-GGUF&runtime=vllm");
    ask(api, 400, "/v1/models", "gguf=no-repository");
    has(ask(api(Hub.OFF), 400, "/v1/models", "gguf=org/model-GGUF"), "The hub is not asked here");
  }

  @Test
  void oneFileIsRecommendedForWithItsRuntime() {
    byte[] header = GgufBytes.llama().bytes();
    standIn.with(
        new StandInRepository("org/model-GGUF").large("model-Q4_K_M.gguf", header, 4_920_000_000L));
    String answer = ask(api, 200, "/v1/recommendations", "model=org/model-GGUF:Q4_K_M");
    has(answer, "the file model-Q4_K_M.gguf of org/model-GGUF@cf98f3b3bb");
    has(answer, "\"runtime\":\"llama.cpp");
    has(answer, "\"format\":\"q4_k_m\"");
  }
}
