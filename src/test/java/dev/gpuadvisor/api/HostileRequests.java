package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests that nobody sends with good intentions; the same ones for the same seed. */
final class HostileRequests {

  private static final List<String> OTHER_METHODS =
      List.of(
          "GET", "GET", "GET", "POST", "POST", "HEAD", "OPTIONS", "PUT", "get", "", "P\u00d6ST");
  private static final List<String> PATHS =
      List.of(
          "/v1/recommendations",
          "/v1/recommendations",
          "/v1/recommendations",
          "/v1/estimate",
          "/v1/estimate",
          "/v1/compare",
          "/v1/report",
          "/v1/launch",
          "/v1/badge.svg",
          "/v1/prices.atom",
          "/v1/offers",
          "/v1/offers/AMPERE_24",
          "/v1/models",
          "/v1/models/qwen2.5-14b",
          "/openapi",
          "/health",
          "/");
  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/x-www-form-urlencoded",
          "",
          "text/csv",
          ";",
          "JSON");

  private static final List<String> ACCEPTED =
      List.of(
          "*/*", "", "text/html", "text/markdown;q=0.5,text/*;q=0", ";", "q=1", "a/b;q=1.1.1,,");

  private final Random random;
  private final HostileValues values;

  HostileRequests(long seed) {
    this.random = new Random(seed);
    this.values = new HostileValues(random);
  }

  ApiRequest next() {
    String method = chance(10) ? pick(OTHER_METHODS) : chance(50) ? "GET" : "POST";
    List<String> likely = method.equals("POST") && chance(90) ? PATHS.subList(0, 7) : PATHS;
    String path = chance(10) ? mutate(pick(likely)) : pick(likely);
    String query = method.equals("POST") && chance(80) ? "" : query(path);
    Map<String, String> headers =
        Map.of(
            "content-type",
            pick(CONTENT_TYPES),
            "if-none-match",
            values.text(),
            "accept",
            chance(50) ? pick(ACCEPTED) : values.text());
    return new ApiRequest(method + " " + path, pathParameters(), query, headers, body());
  }

  private String query(String path) {
    String query =
        path.equals("/v1/compare")
            ? "offers=AMPERE_24,ADA_80_PRO&" + values.query()
            : values.query();
    return chance(15) ? mutate(query) : query;
  }

  private Map<String, String> pathParameters() {
    return chance(95) ? Map.of() : Map.of(chance(50) ? "id" : values.name(), values.text());
  }

  private byte[] body() {
    return switch (random.nextInt(12)) {
      case 0 -> values.query().getBytes(UTF_8);
      case 1 -> mutate(values.json()).getBytes(UTF_8);
      case 2 -> mutate(values.json()).getBytes(ISO_8859_1);
      case 3 -> noise();
      default -> values.json().getBytes(UTF_8);
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(100)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A few characters deleted, doubled, replaced, or the rest cut off. */
  private String mutate(String text) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && mutated.length() > 0; i--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(5)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, mutated.charAt(at));
        case 2 -> mutated.setCharAt(at, (char) random.nextInt(0x10000));
        case 3 -> mutated.insert(at, "%&=,+\"{}[]\\\u0000".charAt(random.nextInt(12)));
        default -> mutated.setLength(at);
      }
    }
    return mutated.toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
