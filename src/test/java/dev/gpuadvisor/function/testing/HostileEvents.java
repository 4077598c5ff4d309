package dev.gpuadvisor.function.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Events as they are recorded, and as nobody should send them: cut, garbled, repeated, nested,
 * oversized. The same seed gives the same events.
 */
public final class HostileEvents {

  private static final List<String> JUNK =
      List.of(
          "null",
          "-1",
          "1e999",
          "\"\\ud800\"",
          "{}",
          "[[[]]]",
          "\"\"",
          "true",
          "\"\\u0000\"",
          "\"../../etc/passwd\"",
          "99999999999999999999",
          "\"' OR 1=1 --\"",
          "\"%00%ff\"");

  private final Random random;
  private final List<byte[]> recorded;

  public HostileEvents(long seed) {
    this.random = new Random(seed);
    this.recorded = Events.all().values().stream().filter(event -> event.length < 100_000).toList();
  }

  public byte[] next() {
    byte[] event = recorded.get(random.nextInt(recorded.size()));
    return switch (random.nextInt(10)) {
      case 0 -> garbled(event);
      case 1 -> Arrays.copyOf(event, random.nextInt(event.length + 1));
      case 2 -> withJunkValue(event);
      case 3 -> withJunkQuery();
      case 4 -> withBody(random.nextInt(1 << random.nextInt(22)));
      case 5 -> withHeaders(random.nextInt(2_000));
      case 6 -> nested(random.nextInt(2_000));
      case 7 -> withMembersInTheBody(random.nextInt(2_000));
      default -> event;
    };
  }

  private byte[] garbled(byte[] event) {
    byte[] garbled = event.clone();
    for (int i = 0; i < 1 + garbled.length / 100 && garbled.length > 0; i++) {
      garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
    }
    return garbled;
  }

  private byte[] withJunkValue(byte[] event) {
    String[] parts = new String(event, UTF_8).split("(?<=: )");
    parts[random.nextInt(parts.length)] = junk() + ",\n";
    return String.join("", parts).getBytes(UTF_8);
  }

  private byte[] withJunkQuery() {
    StringBuilder query = new StringBuilder();
    List<String> names = List.of("model", "context", "quantization", "budget_per_hour", "\u00e9");
    for (int i = random.nextInt(50); i >= 0; i--) {
      query.append(names.get(random.nextInt(names.size()))).append('=');
      query.append(junk().replace("\"", "").replace("\\", "%")).append('&');
    }
    return event("GET /v1/recommendations", "\"rawQueryString\":\"" + query + "\"");
  }

  private byte[] withBody(int length) {
    char filler = (char) (' ' + 2 + random.nextInt(58));
    String body = String.valueOf(filler).repeat(length);
    return event(
        "POST /v1/recommendations",
        "\"isBase64Encoded\":" + random.nextBoolean() + ",\"body\":\"" + body + "\"");
  }

  private byte[] withHeaders(int count) {
    StringBuilder headers = new StringBuilder("\"headers\":{\"accept\":\"*/*\"");
    for (int i = 0; i < count; i++) {
      headers.append(",\"x-").append(Long.toString(random.nextLong(), 36)).append("\":\"y\"");
    }
    return event("GET /health", headers.append('}').toString());
  }

  private byte[] withMembersInTheBody(int count) {
    StringBuilder body = new StringBuilder("{\\\"model\\\":\\\"qwen2.5-14b\\\"");
    for (int i = 0; i < count; i++) {
      body.append(",\\\"m").append(Long.toString(random.nextLong(), 36)).append("\\\":0");
    }
    return event("POST /v1/recommendations", "\"body\":\"" + body + "}\"");
  }

  private byte[] nested(int depth) {
    String body = "{\\\"a\\\":".repeat(depth);
    String sibling = "[".repeat(depth) + "]".repeat(depth);
    return event("POST /v1/recommendations", "\"x\":" + sibling + ",\"body\":\"" + body + "\"");
  }

  private String junk() {
    return JUNK.get(random.nextInt(JUNK.size()));
  }

  private static byte[] event(String routeKey, String members) {
    return ("{\"version\":\"2.0\",\"routeKey\":\"" + routeKey + "\"," + members + "}")
        .getBytes(UTF_8);
  }
}
