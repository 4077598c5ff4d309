package dev.gpuadvisor.function.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The recorded events, and those that are too large to be kept as files. */
public final class Events {

  private static final String FOLDER = "/events/";

  private Events() {}

  /** By name, in order. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> events = new LinkedHashMap<>();
    names().forEach(name -> events.put(name, event(name)));
    events.put("empty", new byte[0]);
    events.put("huge", withBody("x".repeat(6_500_000)));
    events.put("large", withBody("x".repeat(1_000_000)));
    events.put("deep", "{\"a\":".repeat(100_000).getBytes(UTF_8));
    events.put("long-query", withQuery("model=" + "%C3%A9".repeat(20_000)));
    events.put("not-utf-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
    return events;
  }

  public static byte[] event(String name) {
    try (InputStream in = Events.class.getResourceAsStream(FOLDER + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names() {
    try (Stream<Path> files = Files.list(Path.of(Events.class.getResource(FOLDER).toURI()))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] withBody(String body) {
    return ("{\"routeKey\":\"POST /v1/recommendations\",\"body\":\"" + body + "\"}")
        .getBytes(UTF_8);
  }

  private static byte[] withQuery(String query) {
    return ("{\"routeKey\":\"GET /v1/recommendations\",\"rawQueryString\":\"" + query + "\"}")
        .getBytes(UTF_8);
  }
}
