package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of every size and with every fault: read, or refused with the place of the fault. */
class BodiesTest {

  private static final String ESTIMATE = "/v1/estimate";
  private static final String CONFIG =
      "{\"model_type\":\"llama\",\"num_hidden_layers\":32,\"hidden_size\":4096,"
          + "\"num_attention_heads\":32,\"num_key_value_heads\":8,\"intermediate_size\":14336,"
          + "\"vocab_size\":128256%s}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":nan}",
        "{\"a\":+1}",
        "{\"a\":01}",
        "{\"a\":.5}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":[1,2}",
        "{\"a\":{\"b\":}}",
        "{\"a\":1}}",
        "{\"a\"",
        "{\"a\":\"",
        "{\"a\":[",
        "{",
        "{\"a\":1 \"b\":2}"
      })
  void aFaultInsideAConfigurationIsPlaced(String config) {
    assertBroken("{\"config\":" + config + "}");
    assertBroken("{\"model\":\"phi-4\",\"offers\":[" + config + "]}");
    assertBroken("{\"config\":" + config.replace("\"a\"", "\"text_config\"") + "}");
  }

  @Test
  void anyCutIsPlaced() {
    String body = "{\"config\":" + CONFIG.formatted(",\"layer_types\":[\"a\",{\"b\":1}]") + "}";
    for (int length = 1; length < body.length(); length++) {
      assertBroken(body.substring(0, length));
    }
  }

  @Test
  void tooDeepIsPlaced() {
    assertBroken("{\"config\":" + "{\"a\":".repeat(2000) + "1" + "}".repeat(2001));
    assertBroken("{\"config\":" + "[".repeat(2000) + "]".repeat(2000) + "}");
  }

  @Test
  void badUtf8IsRefused() {
    byte[] body = ("{\"config\":{\"a\":\"\u00e9\"}}").getBytes(ISO_8859_1);
    ApiResponse response = post(body);

    assertEquals(400, response.status());
    assertEquals("Problem", response.status() == 400 ? "Problem" : "");
    assertTrue(Asking.text(response).contains("broken-json"), Asking.text(response));
  }

  @Test
  void utf16IsReadToo() {
    assertEquals(
        200, post(("{\"config\":" + CONFIG.formatted("") + "}").getBytes(UTF_16)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "[0.0,Infinity]", "{\"x\":NaN}", "1e400"})
  void numbersThatPythonWritesAreRead(String number) {
    String config = CONFIG.formatted(",\"time_step_limit\":" + number);

    assertEquals(
        Asking.text(Asking.post(ESTIMATE, "{\"config\":" + CONFIG.formatted("") + "}")),
        Asking.text(Asking.post(ESTIMATE, "{\"config\":" + config + "}")));
  }

  /** One published configuration names each of its labels. */
  @Test
  void fourMegabytesAreRead() {
    String labels =
        IntStream.range(0, 110_000)
            .mapToObj(i -> "\"" + i + "\":\"label number " + i + "\"")
            .collect(Collectors.joining(",", ",\"id2label\":{", "}"));
    String body = "{\"config\":" + CONFIG.formatted(labels) + "}";

    assertTrue(body.length() > 3_100_000 && body.length() < 4 << 20, body.length() + "");
    ApiResponse response = Asking.post(ESTIMATE, body);
    assertTrue(response.status() == 200 || response.status() == 400, Asking.text(response));
    assertEquals(413, Asking.post(ESTIMATE, " ".repeat((4 << 20) + 1)).status());
  }

  @Test
  void longTextsAreRefusedAndNotQuoted() {
    for (String name : new String[] {"model", "current", "quantization", "runtime", "context"}) {
      ApiResponse response =
          Asking.post(ESTIMATE, "{\"" + name + "\":\"" + "x".repeat(4_000_000) + "\"}");

      assertEquals(400, response.status());
      assertTrue(response.body().length < 50_000, name);
    }
    assertEquals(400, Asking.form(ESTIMATE, "a&".repeat(2_000_000)).status());
    assertEquals(400, Asking.form(ESTIMATE, "&".repeat(4_000_000)).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"model\":\"llama-3.1-8b\",\"task\":\"lora\",\"train_embeddings\":true"
            + "|\"model\":\"llama-3.1-8b\",\"task\":\"lora\",\"train_embeddings\":\"true\"",
        "\"parameters\":\"8b\",\"tied_embeddings\":false"
            + "|\"parameters\":\"8b\",\"tied_embeddings\":\"no\"",
        "\"model\":\"phi-4\",\"context\":1e4|\"model\":\"phi-4\",\"context\":\"10000\"",
        "\"model\":\"phi-4\",\"context\":8192.0|\"model\":\"phi-4\",\"context\":\"8k\""
      })
  void jsonSaysItInItsOwnWay(String one, String other) {
    assertEquals(200, Asking.post(ESTIMATE, "{" + one + "}").status());
    assertEquals(answer(one), answer(other));
  }

  /** Without what it says of how the words were read: they differ. */
  private static String answer(String fields) {
    return Asking.text(Asking.post(ESTIMATE, "{" + fields + "}"))
        .replaceFirst("\"read_as\":\\[.*?],", "")
        .replaceFirst(",\"read_as\":\\[.*?]", "");
  }

  @Test
  void everythingMayStandInTheQuery() {
    assertEquals(200, Asking.post(ESTIMATE + "?model=phi-4", "").status());
    assertEquals("model", Asking.errors(Asking.post(ESTIMATE, "")).at("/0/parameter").asText());
  }

  /** Whatever happens to a good body, nothing fails. */
  @Test
  void mutatedBodiesAreAnswered() {
    String body = "{\"config\":" + CONFIG.formatted(",\"a\":[1,{\"b\":[]}]") + ",\"context\":4096}";
    Random random = new Random(730);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = body.getBytes(UTF_8);
      for (int times = random.nextInt(3); times >= 0; times--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int status = post(bytes).status();
      assertTrue(status == 200 || status == 400, () -> new String(bytes, UTF_8) + status);
    }
  }

  private static void assertBroken(String body) {
    ApiResponse response = Asking.post(ESTIMATE, body);
    String text = Asking.text(response);

    assertEquals(400, response.status(), body);
    Schemas.assertValid("Problem", text);
    assertTrue(text.contains("line 1, column ") || text.contains("line 2, column "), body + text);
  }

  private static ApiResponse post(byte[] body) {
    ApiRequest request =
        Asking.request("POST", ESTIMATE, Map.of("content-type", "application/json"), body);
    return Asking.API.handle(request);
  }
}
