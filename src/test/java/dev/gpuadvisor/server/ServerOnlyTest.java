package dev.gpuadvisor.server;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server has that the function has not. */
@QuarkusTest
class ServerOnlyTest {

  private static final String ORIGIN = "https://docs.example.com";
  private static final RestAssuredConfig AS_SENT =
      RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_]+)(\\{[a-z]+=\"[^\"\\\\]*\"(?:,[a-z]+=\"[^\"\\\\]*\")*\\})? (\\S+)");

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private RequestSpecification asked() {
    return given().config(AS_SENT).port(port).urlEncodingEnabled(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?model=qwen2.5-14b",
        "/v1/report?model=qwen2.5-14b",
        "/v1/report?model=qwen2.5-14b&format=html",
        "/openapi",
        "/v1/offers"
      })
  void longAnswersAreCompressedForWhomAsksForIt(String target) throws IOException {
    Response plain = asked().get(target);
    Response packed = asked().header("accept-encoding", "gzip").get(target);

    assertEquals("gzip", packed.header("content-encoding"));
    assertTrue(packed.asByteArray().length * 3 < plain.asByteArray().length);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray()))) {
      assertEquals(plain.asString(), new String(in.readAllBytes(), UTF_8));
    }
    plain.then().header("content-encoding", nullValue());
    plain.then().header("vary", containsString("accept-encoding"));
    packed.then().header("vary", containsString("accept-encoding"));
    packed.then().header("etag", equalTo("W/" + plain.header("etag")));
    for (Response tagged : List.of(plain, packed)) {
      asked()
          .header("if-none-match", tagged.header("etag"))
          .header("accept-encoding", "gzip")
          .get(target)
          .then()
          .statusCode(304)
          .header("etag", equalTo(packed.header("etag")));
    }
  }

  @Test
  void shortAnswersAreNot() {
    asked()
        .header("accept-encoding", "gzip")
        .get("/health")
        .then()
        .header("content-encoding", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready"})
  void probesAreAnswered(String path) {
    asked().get(path).then().statusCode(200).body("status", equalTo("ok"));
    asked().head(path).then().statusCode(200);
    asked().post(path).then().statusCode(404);
  }

  @Test
  void probesAreNoPartOfTheApi() {
    for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
      assertEquals(404, Asking.get(path).status(), path);
    }
    asked().get("/openapi").then().body(not(containsString("/metrics")));
  }

  @Test
  void requestsAreCountedByOperationAndStatus() {
    Map<String, Double> before = metrics();
    asked().get("/v1/recommendations?model=qwen2.5-14b");
    asked().get("/v1/recommendations?model=qwen2.5-14b");
    asked().get("/v1/recommendations?context=-1");
    asked().get("/v1/offers/AMPERE_24");
    asked().get("/v1/offers/nothing-like-it");
    asked().get("/no/such/path/" + "x".repeat(100));
    asked().request("BREW", "/v1/models");
    Map<String, Double> after = metrics();

    assertMore(before, after, "recommend", "GET", 200, 2);
    assertMore(before, after, "recommend", "GET", 400, 1);
    assertMore(before, after, "showOffer", "GET", 200, 1);
    assertMore(before, after, "showOffer", "GET", 404, 1);
    assertMore(before, after, "none", "GET", 404, 1);
    assertMore(before, after, "listModels", "other", 405, 1);
    for (String of : List.of("_count", "_sum", "_bucket")) {
      String le = of.equals("_bucket") ? ",le=\"+Inf\"" : "";
      String name = "gpu_advisor_request_duration_seconds" + of + "{operation=\"recommend\"" + le;
      double more = after.get(name + "}") - before.getOrDefault(name + "}", 0.0);
      assertTrue(of.equals("_sum") ? more > 0 && more < 60 : more == 3, of);
    }
  }

  /** Each line is one of the format, each histogram grows, each name is described before it. */
  @Test
  void metricsAreInThePrometheusFormat() {
    asked().get("/v1/models");
    String text = asked().get("/metrics").asString();
    TreeSet<String> described = new TreeSet<>();
    double last = 0;
    for (String line : text.split("\n")) {
      if (line.startsWith("# TYPE ")) {
        described.add(line.split(" ")[2]);
      } else if (!line.startsWith("# HELP ")) {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        double value = Double.parseDouble(sample.group(3));
        boolean bucket = sample.group(1).endsWith("_bucket");
        String name = sample.group(1).replaceAll("_seconds_(bucket|sum|count)$", "_seconds");
        assertTrue(described.contains(name), line);
        assertTrue(!bucket || line.contains("le=\"0.0005\"") || value >= last, line);
        last = bucket ? value : 0;
      }
    }
    assertTrue(described.contains("jvm_memory_used_bytes"));
  }

  @Test
  void aPageThatIsNamedMayRead() {
    String target = "/v1/recommendations?model=qwen2.5-14b";
    Response named = asked().header("origin", ORIGIN).get(target);
    Response strange = asked().header("origin", "https://evil.example").get(target);

    named.then().statusCode(200).header("access-control-allow-origin", equalTo(ORIGIN));
    strange.then().statusCode(200).header("access-control-allow-origin", nullValue());
    named.then().header("vary", containsString("origin"));
    strange.then().header("vary", containsString("origin"));
    assertEquals(named.asString(), strange.asString());
  }

  @Test
  void itsBrowserAsksFirst() {
    Map<String, String> asked = new HashMap<>();
    asked.put("origin", ORIGIN);
    asked.put("access-control-request-method", "POST");
    asked.put("access-control-request-headers", "content-type,mcp-protocol-version");
    for (String path : List.of("/v1/recommendations", "/mcp")) {
      asked()
          .headers(asked)
          .options(path)
          .then()
          .statusCode(204)
          .header("access-control-allow-origin", equalTo(ORIGIN))
          .header("access-control-allow-methods", containsString("POST"))
          .header("access-control-allow-headers", equalTo("content-type,mcp-protocol-version"));
    }
    asked.put("origin", "https://evil.example");
    asked()
        .headers(asked)
        .options("/v1/recommendations")
        .then()
        .header("access-control-allow-origin", nullValue())
        .header("access-control-allow-headers", nullValue());
  }

  private static void assertMore(
      Map<String, Double> before,
      Map<String, Double> after,
      String operation,
      String method,
      int status,
      int more) {
    String name =
        "gpu_advisor_requests_total{operation=\"%s\",method=\"%s\",status=\"%d\"}"
            .formatted(operation, method, status);
    assertEquals(more, after.get(name) - before.getOrDefault(name, 0.0), name);
  }

  private Map<String, Double> metrics() {
    Map<String, Double> values = new HashMap<>();
    for (String line : asked().get("/metrics").asString().split("\n")) {
      if (!line.startsWith("#")) {
        int space = line.lastIndexOf(' ');
        values.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
      }
    }
    return values;
  }
}
