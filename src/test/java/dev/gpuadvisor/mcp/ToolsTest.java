package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.question.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tools say of themselves. */
class ToolsTest {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final JsonNode LIST = Mcp.result(Mcp.stateless("tools/list", ""));

  static JsonNode tools() {
    return LIST.path("tools");
  }

  @ParameterizedTest
  @MethodSource("tools")
  void areDescribed(JsonNode tool) {
    assertTrue(tool.path("name").asText().matches("[a-z_]{1,64}"));
    assertTrue(tool.path("title").asText().length() > 5);
    assertTrue(tool.path("description").asText().length() > 80);
    assertEquals(
        "{\"readOnlyHint\":true,\"idempotentHint\":true,\"openWorldHint\":false}",
        tool.path("annotations").toString());
  }

  @ParameterizedTest
  @MethodSource("tools")
  void haveSchemasThatAreSchemas(JsonNode tool) {
    JsonSchema rules = SCHEMAS.getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));
    JsonNode schema = tool.path("inputSchema");

    assertEquals(Set.of(), rules.validate(schema));
    assertEquals("object", schema.path("type").asText()); // older revisions want it at the root
  }

  /** What has no property of its own is named, and told in a resource. */
  @ParameterizedTest
  @CsvSource({
    "recommend_gpu, recommend",
    "estimate_memory, estimate",
    "compare_offers, compare",
    "launch_files, launch",
    "read_startup_log, readLog",
    "list_offers, listOffers",
    "find_models, listModels",
  })
  void nameWhatHttpTakes(String tool, String operation) {
    JsonNode properties = named(tool).at("/inputSchema/properties");
    String others = properties.at("/more/description").asText();
    String told =
        Mcp.result(Mcp.stateless("resources/read", "\"uri\":\"gpu-advisor://parameters\""))
            .toString();

    Questions questions = Questions.of(BundledCatalog.catalog());
    List<Parameter<?>> parameters =
        operation.equals("launch")
            ? questions.launch().parameters()
            : new Operations(questions).named(operation).parameters();
    if (others.endsWith("recommend_gpu.")) {
      JsonNode first = named("recommend_gpu").at("/inputSchema/properties");
      others = first.at("/more/description").asText() + " " + String.join(" ", fields(first));
    }
    for (Parameter<?> parameter : parameters) {
      String name = parameter.name();
      assertTrue(properties.has(name) || others.matches(".*\\b" + name + "\\b.*"), name);
      assertTrue(told.contains(name + ": ") || told.contains(name + " ["), name);
      assertFalse(Set.of(ToolArguments.MORE, ToolArguments.DETAIL).contains(name));
    }
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void requireOnlyWhatHasNoSubstitute() {
    assertEquals("[]", named("recommend_gpu").at("/inputSchema/required").toString());
    assertEquals("[\"offers\"]", named("compare_offers").at("/inputSchema/required").toString());
  }

  /** The list is read by a model each time that it is asked something. */
  @Test
  void areNotTooMuchToRead() {
    assertTrue(Asking.text(Mcp.stateless("tools/list", "")).length() <= 10 * 1024);
  }

  static JsonNode named(String name) {
    for (JsonNode tool : tools()) {
      if (tool.path("name").asText().equals(name)) {
        return tool;
      }
    }
    throw new AssertionError(name);
  }

  static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.path("tools").forEach(tool -> names.add(tool.path("name").asText()));
    return names;
  }

  static JsonSchema schema(String tool, String of) {
    return SCHEMAS.getSchema(named(tool).path(of));
  }
}
