package dev.gpuadvisor.function.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.slack.SlackSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSecretsTest {

  private final SettableClock clock = new SettableClock();
  private final Map<String, String> environment = new HashMap<>();
  private ParameterStoreDouble store;

  @BeforeEach
  void open() throws IOException {
    store = new ParameterStoreDouble();
    environment.putAll(store.environment());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SlackSecrets secrets() {
    return new SlackSecrets(environment::get, clock);
  }

  private void refused() {
    SlackSecrets secrets = secrets();
    ProblemException e = assertThrows(ProblemException.class, secrets::get);
    assertEquals(503, e.problem().status());
    assertEquals(Map.of("retry-after", "5"), e.problem().headers());
  }

  @Test
  void thoseOfTheParameter() {
    store.holds("one");
    assertEquals(List.of("one"), secrets().get());
    assertEquals(
        List.of(
            "AmazonSSM.GetParameter {\"Name\":\"/secret\",\"WithDecryption\":true}"
                + " AWS4-HMAC-SHA256"
                + " Credential=AKIDEXAMPLE/20260301/eu-west-1/ssm/aws4_request signed"),
        store.questions());
  }

  @Test
  void severalWhileOneIsRotated() {
    store.holds("one, two,");
    assertEquals(List.of("one", "two"), secrets().get());
  }

  @Test
  void nothingIsAskedBeforeTheyAreNeeded() {
    secrets();
    assertEquals(List.of(), store.questions());
  }

  @Test
  void rotationIsNoticedAfterTwoMinutes() {
    store.holds("old");
    SlackSecrets secrets = secrets();
    assertEquals(List.of("old"), secrets.get());
    store.holds("new");
    clock.advance(Duration.ofSeconds(119));
    assertEquals(List.of("old"), secrets.get());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(List.of("new"), secrets.get());
    assertEquals(2, store.questions().size());
  }

  @Test
  void rotationIsNoticedAtOnceByWhoSeesASignatureThatNobodyMade() {
    store.holds("old");
    SlackSecrets secrets = secrets();
    assertEquals(List.of("old"), secrets.get());
    store.holds("new");
    assertEquals(List.of("old"), secrets.newest());
    clock.advance(Duration.ofSeconds(5));
    assertEquals(List.of("new"), secrets.newest());
    assertEquals(List.of("new"), secrets.newest());
    assertEquals(2, store.questions().size());
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "0, 0", "-1, 120", "soon, 120"})
  void howLongTheyAreFreshCanBeSet(String set, int seconds) {
    environment.put(SlackSecrets.FRESH_SECONDS, set);
    store.holds("old");
    SlackSecrets secrets = secrets();
    secrets.get();
    store.holds("new");
    clock.advance(Duration.ofSeconds(seconds));
    assertEquals(List.of("new"), secrets.get());
  }

  @Test
  void refusedWithoutPermission() {
    store.answers(400, "{\"__type\": \"AccessDeniedException\", \"Message\": \"not authorized\"}");
    refused();
  }

  @Test
  void refusedWithoutParameter() {
    store.answers(400, "{\"__type\": \"ParameterNotFound\"}");
    refused();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "{", "[]", "{}", "{\"Parameter\": {}}", "{\"Value\": \"outside\"}", "<html>"})
  void refusedWhereTheAnswerMakesNoSense(String answer) {
    store.answers(200, answer);
    refused();
  }

  @Test
  void refusedWithoutStore() {
    store.close();
    refused();
  }

  @Test
  void refusedWithoutTlsToAnotherMachine() {
    environment.put("AWS_ENDPOINT_URL_SSM", "http://192.0.2.1");
    refused();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not an address", "127.0.0.1:4566", "ftp://127.0.0.1", "http://"})
  void refusedWhereTheEndpointIsNone(String endpoint) {
    environment.put("AWS_ENDPOINT_URL_SSM", endpoint);
    refused();
  }

  @Test
  void refusedWhereTheEnvironmentIsNotLambdas() {
    environment.remove("AWS_ACCESS_KEY_ID");
    refused();
    assertEquals(List.of(), store.questions());
  }

  @Test
  void thoseOfTheEnvironmentWithoutParameter() {
    environment.remove(SlackSecrets.PARAMETER);
    environment.put(SlackSettings.SIGNING_SECRET, " one,two ");
    assertEquals(List.of("one", "two"), secrets().get());
    assertEquals(List.of(), store.questions());
  }

  @Test
  void noneWhereNoneIsConfigured() {
    environment.remove(SlackSecrets.PARAMETER);
    assertEquals(List.of(), secrets().get());
  }
}
