package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.function.testing.ColdAnswer;
import dev.gpuadvisor.function.testing.FunctionProcess;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import dev.gpuadvisor.net.LocalTls;
import dev.gpuadvisor.net.Trust;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable in function.zip looks models up, over TLS as on the real hub. */
@Timeout(60)
class NativeHubIT {

  private static final String EVENT =
      """
      {"version":"2.0","routeKey":"GET /v1/recommendations","rawPath":"/v1/recommendations",
       "rawQueryString":"model=org/qwen","headers":{"accept":"application/json"},
       "requestContext":{"http":{"method":"GET","path":"/v1/recommendations"}}}
      """;

  /** Milliseconds. */
  private static final double MOST_MORE = 60;

  private static final double NOTHING_MORE = 10;

  @TempDir static Path folder;
  private static Path executable;
  private static SSLContext tls;

  @BeforeAll
  static void prepare() throws Exception {
    executable = FunctionProcess.unzip(Path.of(System.getProperty("function.zip")), folder);
    tls = LocalTls.context(folder);
  }

  @Test
  void modelOfAHubWhoseCertificateIsTrusted() throws Exception {
    String answer = answer(Map.of(Trust.FILE, LocalTls.certificate(folder).toString()));
    assertTrue(answer.contains("\"statusCode\":200"), answer);
    assertTrue(answer.contains("14770033664"), answer);
  }

  @Test
  void hubWhoseCertificateNobodyKnowsIsNotAsked() throws Exception {
    String answer = answer(Map.of());
    assertTrue(answer.contains("The hub cannot be reached"), answer);
  }

  /** As a developer has one: plain HTTP, on this machine alone. */
  @Test
  void modelOfAHubOnThisMachine() throws Exception {
    try (StandInHub hub = StandInHub.open()) {
      String answer = answer(hub, Map.of("HF_ENDPOINT", hub.addressByNumber()));
      assertTrue(answer.contains("\"statusCode\":200"), answer);
      assertTrue(answer.contains("14770033664"), answer);
    }
  }

  @Test
  void hubThatIsOffIsNotAsked() throws Exception {
    try (StandInHub hub = StandInHub.open()) {
      String answer = answer(hub, Map.of("HF_ENDPOINT", hub.addressByNumber(), "HUB", "off"));
      assertTrue(answer.contains("\"statusCode\":400"), answer);
      assertEquals(List.of(), hub.requests);
    }
  }

  /** With the handshake, the hub's own time and what the loopback interface takes. */
  @Test
  void firstAnswerFromColdTakesLittleMore() throws Exception {
    try (StandInHub hub = StandInHub.open(tls)) {
      hub.with(Repositories.qwen("org/qwen"));
      String certificate = LocalTls.certificate(folder).toString();
      Map<String, String> on = Map.of("HF_ENDPOINT", hub.address(), Trust.FILE, certificate);
      ColdAnswer looked = ColdAnswer.of(executable, on, () -> EVENT);
      String bundled = EVENT.replace("org/qwen", "qwen2.5-14b");
      ColdAnswer withHub = ColdAnswer.of(executable, on, () -> bundled);
      ColdAnswer without = ColdAnswer.of(executable, Map.of("HUB", "off"), () -> bundled);
      System.out.printf(
          "From cold: a model of the hub %.1f ms, a bundled one %.1f ms, with the hub off %.1f%n",
          looked.millis(), withHub.millis(), without.millis());

      assertTrue(looked.text().contains("14770033664"), looked.text());
      assertTrue(looked.millis() < withHub.millis() + MOST_MORE, looked.millis() + " ms");
      assertTrue(withHub.millis() < without.millis() + NOTHING_MORE, withHub.millis() + " ms");
    }
  }

  private static String answer(Map<String, String> settings) throws Exception {
    try (StandInHub hub = StandInHub.open(tls)) {
      Map<String, String> all = new HashMap<>(settings);
      all.put("HF_ENDPOINT", hub.address());
      String answer = answer(hub, all);
      assertEquals(settings.isEmpty(), hub.requests.isEmpty(), () -> "asked: " + hub.requests);
      return answer;
    }
  }

  private static String answer(StandInHub hub, Map<String, String> settings) throws Exception {
    hub.with(Repositories.qwen("org/qwen"));
    try (ScriptedRuntime runtime = new ScriptedRuntime();
        FunctionProcess function = FunctionProcess.start(executable, runtime.address(), settings)) {
      String answer = runtime.invoke("hub", EVENT.getBytes(UTF_8)).text();
      assertTrue(function.isAlive());
      return answer;
    }
  }
}
