package dev.gpuadvisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The gateway has the routes of the table of operations, no more and no fewer. After a change of
 * that table:
 *
 * <pre>./mvnw test -Dtest=GatewayRoutesTest -Drefresh</pre>
 */
class GatewayRoutesTest {

  private static final Path ROUTES = Path.of("infra", "routes.json");

  @Test
  void areThoseOfTheTableOfOperations() throws IOException {
    String routes = routesOfTheTable();
    if (System.getProperty("refresh") != null) {
      Files.writeString(ROUTES, routes);
    }
    assertEquals(routes, Files.readString(ROUTES), ROUTES + " is out of date");
  }

  private static String routesOfTheTable() {
    SlackSettings unset = SlackSettings.from(name -> null, Outbox.atOnce());
    return GpuAdvisor.endpoints(
            Questions.of(BundledCatalog.catalog()),
            Clock.systemUTC(),
            unset,
            McpSettings.from(name -> null))
        .stream()
        .flatMap(operation -> operation.routeKeys().stream())
        .map(routeKey -> "  \"" + routeKey + "\"")
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }
}
