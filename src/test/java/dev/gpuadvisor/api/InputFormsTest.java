package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.net.URLEncoder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One question in all the forms that it may come in. */
class InputFormsTest {

  private static final String RECOMMEND = "/v1/recommendations";
  private static final String QUERY =
      "model=qwen2.5-14b&quantization=8bit&quantization=4bit&context=4096";
  private static final String ANSWER = Asking.text(Asking.get(RECOMMEND + "?" + QUERY));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=Qwen%2FQwen2.5-14B-Instruct&quantization=8bit,4bit&context=4096",
        "model=qwen+2.5-14b&context=4096",
        "context=4096&&model=QWEN2.5_14B&quantization=8bit%2C4bit&",
        "model=qwen2.5-14b&quantization=8bit,+4bit,8bit,4bit&context=04096&lang=EN",
        "model=qwen2.5-14b&context=4096&output_tokens=2048&provider=runpod-serverless"
      })
  void asksTheSameByQuery(String query) {
    assertEquals(ANSWER, Asking.text(Asking.get(RECOMMEND + "?" + query)));
    assertEquals(ANSWER, Asking.text(Asking.form(RECOMMEND, query)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"qwen2.5-14b\",\"quantization\":[\"8bit\",\"4bit\"],\"context\":4096}",
        "{\"model\":\"qwen2.5-14b\",\"quantization\":\"8bit,4bit\",\"context\":\"4096\"}",
        "{\"model\":\"qwen2.5-14b\",\"quantization\":[],\"context\":[4096]}",
        "{\"quantization\":\"8bit\",\"quantization\":\"4bit\",\"model\":\"qwen2.5-14b\",\"context\":4096}",
        "\ufeff{\"model\":\"qwen2.5-14b\",\"context\":4096}"
      })
  void asksTheSameByJson(String body) {
    assertEquals(ANSWER, Asking.text(Asking.post(RECOMMEND, body)));
  }

  @Test
  void asksTheSameInBothParts() {
    assertEquals(
        ANSWER,
        Asking.text(Asking.post(RECOMMEND + "?context=4096", "{\"model\":\"qwen2.5-14b\"}")));
  }

  /** What {@code curl -d} sends. */
  @ParameterizedTest
  @ValueSource(
      strings = {"application/x-www-form-urlencoded", "", "application/json; charset=utf-8"})
  void takesJsonForJson(String contentType) {
    byte[] body =
        " \n{\"model\":\"qwen2.5-14b\",\"context\":4096}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ApiRequest request =
        Asking.request("POST", RECOMMEND, Map.of("content-type", contentType), body);

    assertEquals(ANSWER, Asking.text(Asking.API.handle(request)));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/recommendations, model=qwen2.5-14b&context=32768&current=A10G&current_price_per_hour=1.00",
    "/v1/recommendations, model=nothing&context=0&lang=fr",
    "/v1/estimate, model=llama-3.1-8b&quantization=bf16&card=L4&gpus=2",
    "/v1/estimate, card=L5"
  })
  void answersPostAsGet(String path, String query) {
    ApiResponse get = Asking.get(path + "?" + query);
    ApiResponse post = Asking.form(path, query);

    assertEquals(get.status(), post.status());
    assertEquals(Asking.text(get), Asking.text(post));
  }

  @Test
  void readsEachNameOnceOnly() {
    assertNotEquals(
        200, Asking.post(RECOMMEND, "{\"model\":\"qwen2.5-14b\",\"model\":\"x\"}").status());
    assertNotEquals(
        200, Asking.post(RECOMMEND + "?model=qwen2.5-14b", "{\"model\":\"qwen2.5-14b\"}").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models/qwen2.5-14b",
        "/v1/models/QWEN2.5-14B",
        "/v1/models/Qwen%2FQwen2.5-14B-Instruct",
        "/v1/models/Qwen%2fQwen2.5%2d14B-Instruct",
        "/v1/models/Qwen/Qwen2.5-14B-Instruct",
        "/v1/models/qwen2.5-14b?lang=fr"
      })
  void findsAModelByItsPath(String target) {
    assertEquals("qwen2.5-14b-instruct", Asking.answer(target).path("id").asText());
  }

  /** API Gateway has matched the route and decoded its parameters. */
  @Test
  void findsAModelByItsRoute() {
    ApiRequest request =
        new ApiRequest(
            "GET /v1/models/{id}",
            Map.of("id", "Qwen/Qwen2.5-14B-Instruct"),
            "",
            Map.of(),
            new byte[0]);

    assertEquals(
        Asking.text(Asking.get("/v1/models/qwen2.5-14b")), Asking.text(Asking.API.handle(request)));
  }

  /** Clients that do not know the type of a parameter send an array as a text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"8bit\",\"4bit\"]",
        "[ '8bit' , '4bit' ]",
        "[8bit,4bit]",
        "\"8bit\",\"4bit\"",
        " 8bit , 4bit "
      })
  void anArrayMayBeAText(String written) {
    String query = URLEncoder.encode(written, UTF_8);

    assertEquals(
        Asking.text(Asking.get("/v1/recommendations?model=phi-4&quantization=8bit,4bit")),
        Asking.text(Asking.get("/v1/recommendations?model=phi-4&quantization=" + query)));
  }
}
