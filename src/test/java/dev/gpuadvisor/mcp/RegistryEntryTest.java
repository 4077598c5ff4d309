package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the registry of MCP servers is told is so; {@code .ci/mcp-registry} has its schema. */
class RegistryEntryTest {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern VERSION =
      Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>");

  private static JsonNode entry() throws IOException {
    return Asking.json(Files.readString(Path.of("server.json")));
  }

  @Test
  void hasTheVersionOfTheBuild() throws IOException {
    Matcher built = VERSION.matcher(Files.readString(Path.of("pom.xml")));

    assertTrue(built.find());
    assertEquals(built.group(1), entry().path("version").asText());
  }

  @Test
  void leadsToTheEndpoint() throws IOException {
    JsonNode remote = entry().path("remotes").path(0);
    String url = remote.path("url").asText();
    Set<String> used = new TreeSet<>();
    for (Matcher named = VARIABLE.matcher(url); named.find(); ) {
      used.add(named.group(1));
    }
    Set<String> described = new TreeSet<>();
    remote.path("variables").fieldNames().forEachRemaining(described::add);

    assertEquals("streamable-http", remote.path("type").asText());
    assertEquals(described, used);
    String path = url.replaceFirst("https://[^/]*", "");
    assertEquals(405, Asking.get(path).status(), "which is POST's alone");
  }

  @Test
  void isShortEnough() throws IOException {
    assertTrue(entry().path("description").asText().length() <= 100);
    assertTrue(entry().path("name").asText().matches("[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+"));
  }
}
