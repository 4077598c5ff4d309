package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.function.testing.FunctionProcess;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import dev.gpuadvisor.net.LocalTls;
import dev.gpuadvisor.net.Trust;
import java.nio.file.Path;
import java.util.HashMap;
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

  private static String answer(Map<String, String> settings) throws Exception {
    try (StandInHub hub = StandInHub.open(tls);
        ScriptedRuntime runtime = new ScriptedRuntime()) {
      hub.with(Repositories.qwen("org/qwen"));
      Map<String, String> all = new HashMap<>(settings);
      all.put("HF_ENDPOINT", hub.address());
      try (FunctionProcess function = FunctionProcess.start(executable, runtime.address(), all)) {
        String answer = runtime.invoke("hub", EVENT.getBytes(UTF_8)).text();
        assertEquals(settings.isEmpty(), hub.requests.isEmpty(), () -> "asked: " + hub.requests);
        assertTrue(function.isAlive());
        return answer;
      }
    }
  }
}
