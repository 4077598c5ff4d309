package dev.gpuadvisor.mcp;

import static dev.gpuadvisor.mcp.HostileArguments.words;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages that nobody sends with good intentions; the same ones for the same seed. */
final class HostileMessages {

  private static final List<String> METHODS =
      words(
          """
          tools/call tools/call tools/call tools/list initialize ping server/discover
          notifications/initialized resources/read TOOLS/CALL
          """);
  private static final List<String> TOOLS =
      words(
          """
          recommend_gpu recommend_gpu estimate_memory compare_offers list_offers find_models
          nothing \\ud800 ../etc/passwd
          """);
  private static final List<String> VERSIONS =
      words("2026-07-28 2026-07-28 2025-11-25 2025-06-18 2025-03-26 x");
  private static final List<String> IDS =
      words(
          """
          1 1 1 "a" "" null 1.5 true [] {} -1 1e400 99999999999999999999999999 "\\udc00" "\\u0000"
          """);

  private final Random random;
  private final HostileArguments arguments;

  HostileMessages(long seed) {
    this.random = new Random(seed);
    this.arguments = new HostileArguments(random);
  }

  ApiRequest next() {
    return chance(50) ? callWithHostileArguments() : hostile();
  }

  private ApiRequest callWithHostileArguments() {
    String tool = pick(TOOLS.subList(0, 6));
    String call = Mcp.call(tool, arguments.next());
    return chance(50)
        ? Mcp.request(
            Mcp.statelessMessage("tools/call", call).getBytes(UTF_8),
            Mcp.statelessHeaders("tools/call", tool))
        : Mcp.request(Mcp.message("tools/call", call).getBytes(UTF_8), Map.of());
  }

  private ApiRequest hostile() {
    String method = pick(METHODS);
    String tool = pick(TOOLS);
    String version = pick(VERSIONS);
    return Mcp.request(body(message(method, tool, version)), headers(method, tool, version));
  }

  private byte[] body(String message) {
    return switch (random.nextInt(14)) {
      case 0 -> mutated(message).getBytes(UTF_8);
      case 1 -> mutated(message).getBytes(ISO_8859_1);
      case 2 -> noise();
      case 3 -> message.substring(0, random.nextInt(message.length())).getBytes(UTF_8);
      case 4 -> batch(message).getBytes(UTF_8);
      case 5 -> nested(random.nextInt(3_000)).getBytes(UTF_8);
      default -> message.getBytes(UTF_8);
    };
  }

  private String message(String method, String tool, String version) {
    String id = chance(8) ? "" : ",\"id\":" + (chance(70) ? "1" : pick(IDS));
    return "{\"jsonrpc\":"
        + or(95, "\"2.0\"")
        + id
        + ",\"method\":"
        + or(95, "\"" + method + "\"")
        + ",\"params\":"
        + or(93, params(tool, version))
        + "}";
  }

  private String params(String tool, String version) {
    String meta = chance(40) ? "" : ",\"_meta\":" + or(90, meta(version));
    String cursor = chance(95) ? "" : ",\"cursor\":" + arguments.value();
    return "{\"name\":"
        + or(95, "\"" + tool + "\"")
        + ",\"arguments\":"
        + or(90, arguments.next())
        + meta
        + cursor
        + ",\"protocolVersion\":"
        + or(70, "\"" + version + "\"")
        + "}";
  }

  private String meta(String version) {
    return "{\"%s\":%s,\"%s\":%s}"
        .formatted(
            RpcParams.VERSION, or(90, "\"" + version + "\""), RpcParams.CAPABILITIES, or(90, "{}"));
  }

  private Map<String, String> headers(String method, String tool, String version) {
    Map<String, String> headers = new HashMap<>();
    maybe(headers, "mcp-protocol-version", chance(80) ? version : pick(VERSIONS));
    maybe(headers, "mcp-method", chance(85) ? method : pick(METHODS));
    maybe(headers, "mcp-name", chance(85) ? tool : pick(TOOLS));
    if (chance(8)) {
      headers.put("accept", pick(List.of("*/*", "text/html", "", ";;")));
    }
    if (chance(5)) {
      headers.put("origin", pick(List.of("https://good.example", "null", "\u0000")));
    }
    return headers;
  }

  private void maybe(Map<String, String> headers, String name, String value) {
    if (chance(80)) {
      headers.put(name, chance(5) ? "=?base64?" + value + "?=" : value);
    }
  }

  private String batch(String message) {
    return Stream.generate(() -> message)
        .limit(random.nextInt(5))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String nested(int depth) {
    String inside = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    String nested = chance(50) ? "{\"config\":" + inside + "}" : inside;
    return Mcp.message("tools/call", Mcp.call("estimate_memory", nested));
  }

  private String mutated(String text) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(4)) {
        case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x10000));
        case 1 -> mutated.insert(at, "{}[]\",:\\\u0000".charAt(random.nextInt(9)));
        case 2 -> mutated.insert(at, mutated.charAt(at));
        default -> mutated.deleteCharAt(at);
      }
    }
    return mutated.toString();
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String or(int percent, String right) {
    return chance(percent) ? right : arguments.value();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
