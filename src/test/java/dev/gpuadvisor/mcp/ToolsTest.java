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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    for (String name : List.of("inputSchema", "outputSchema")) {
      JsonNode schema = tool.path(name);
      assertEquals(Set.of(), rules.validate(schema));
      assertEquals("object", schema.path("type").asText()); // older revisions want it at the root
    }
  }

  /** A client may not fetch what a schema refers to. */
  @ParameterizedTest
  @MethodSource("tools")
  void haveSchemasThatNeedNothingElse(JsonNode tool) {
    List<String> references = new ArrayList<>();
    tool.findValuesAsText("$ref", references);

    assertFalse(references.isEmpty());
    for (String reference : references) {
      assertTrue(reference.startsWith("#/$defs/"), reference);
      assertFalse(tool.path("outputSchema").at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  /** The same parameters as those of the OpenAPI document, so also the same descriptions. */
  @ParameterizedTest
  @CsvSource({
    "recommend_gpu, /v1/recommendations",
    "estimate_memory, /v1/estimate",
  })
  void takeWhatHttpTakes(String tool, String path) {
    JsonNode document = Asking.json(Asking.text(Asking.get("/openapi")));
    JsonNode body =
        document.path("paths").path(path).at("/post/requestBody/content/application~1json/schema");

    assertEquals(body, named(tool).path("inputSchema"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare_offers", "list_offers", "find_models"})
  void refuseWhatTheyDoNotKnow(String tool) {
    assertFalse(named(tool).at("/inputSchema/additionalProperties").asBoolean(true));
  }

  @Test
  void requireOnlyWhatHasNoSubstitute() {
    assertEquals("[]", named("recommend_gpu").at("/inputSchema/required").toString());
    assertEquals("[\"offers\"]", named("compare_offers").at("/inputSchema/required").toString());
  }

  /** The list is read by a model each time that it is asked something. */
  @Test
  void areNotTooMuchToRead() {
    assertTrue(Asking.text(Mcp.stateless("tools/list", "")).length() < 120 * 1024);
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
