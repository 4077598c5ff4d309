package dev.gpuadvisor.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.api.Schemas;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over HTTP. */
class ReportsTest {

  private static final String CONFIG =
      """
      {"config": {"model_type": "llama", "architectures": ["<b>|_x_"], "hidden_size": 4096,
       "intermediate_size": 14336, "num_attention_heads": 32, "num_key_value_heads": 8,
       "num_hidden_layers": 32, "vocab_size": 128256, "max_position_embeddings": 131072,
       "_name_or_path": "<script>a|b</script>"}, "lang": "fr"}
      """;

  @Test
  void areMadeOfAConfigurationToo() {
    ApiResponse response = post(CONFIG);
    String report = Asking.text(response);

    assertEquals(200, response.status(), report);
    assertTrue(report.startsWith("# Options GPU pour un modèle hors catalogue, unlisted-8.0b\n"));
    assertTrue(report.contains("calculés d'après la configuration donnée"), report);
    assertEquals("no-store", response.headers().get("cache-control"));
    WellWritten.check(report, "fr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lang=fr", "model=qwen2.5-41b&format=html", "model=phi-4&fromat=html"})
  void areNotMadeOfFaultyQuestions(String query) {
    ApiResponse response = Reporting.answer(query, Map.of("accept", "text/html"));

    assertEquals(400, response.status());
    assertEquals("application/problem+json", response.headers().get("content-type"));
    Schemas.assertValid("Problem", Asking.text(response));
  }

  @Test
  void areKeptByWhoHasThem() {
    ApiResponse markdown = Reporting.answer("model=phi-4", Map.of());
    ApiResponse html = Reporting.answer("model=phi-4", Map.of("accept", "text/html"));
    String etag = markdown.headers().get("etag");

    assertNotEquals(etag, html.headers().get("etag"));
    ApiResponse again = Reporting.answer("model=phi-4", Map.of("if-none-match", etag));
    assertEquals(304, again.status());
    assertEquals("accept", again.headers().get("vary"));
  }

  @Test
  void areTheSameBytesForTheSameQuestion() {
    assertEquals(Reporting.report("model=phi-4&lang=fr"), Reporting.report("model=phi-4&lang=fr"));
  }

  @Test
  void letAPageRunNothing() {
    String policy =
        Reporting.answer("model=phi-4&format=html", Map.of())
            .headers()
            .get("content-security-policy");

    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertEquals(-1, policy.indexOf("unsafe"), policy);
  }

  private static ApiResponse post(String json) {
    Map<String, String> headers = Map.of("content-type", "application/json");
    return Asking.API.handle(Asking.request("POST", "/v1/report", headers, json.getBytes(UTF_8)));
  }

  /** The link asks for the files of the same question, whoever's address it has. */
  @Test
  void leadsToTheFilesThatStartIt() {
    String query = "model=llama-3.1-8b&runtime=vllm&lang=fr";
    ApiRequest asked =
        new ApiRequest(
            "GET /v1/report",
            Map.of(),
            "format=markdown&" + query + "&x=%29<a>)",
            Map.of(),
            "https://advisor.example/live",
            new byte[0]);

    assertEquals(
        "https://advisor.example/live/v1/launch?" + query + "&x=%29%3Ca%3E%29",
        FilesAddress.of(asked).orElseThrow());
    String launch = Asking.text(Asking.get("/v1/launch?" + query));
    String report = Reporting.report(query);
    String command =
        report.lines().filter(line -> line.startsWith("    vllm serve ")).findFirst().orElseThrow();
    assertTrue(launch.contains(command.substring(command.indexOf("--"))), command);
    assertTrue(report.contains("gpu-advisor launch"), "where there is no address");
  }
}
