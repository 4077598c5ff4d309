package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gpuadvisor.http.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document is one, and says what the API does. */
class OpenApiTest {

  private static final String TEXT = Asking.text(Asking.get("/openapi"));
  private static final JsonNode DOCUMENT = Asking.json(TEXT);

  /** One method of one path. */
  record Described(String method, String path, JsonNode operation) {

    JsonNode answer() {
      return answers().elements().next();
    }

    /** By media type. */
    JsonNode answers() {
      return operation.at("/responses/200/content");
    }

    boolean answersJson() {
      return answers().has("application/json");
    }

    /** What an answer in JSON may be. */
    List<String> schemas() {
      return answer().path("schema").findValuesAsText("$ref");
    }

    boolean takesFields() {
      return operation.path("parameters").findValuesAsText("name").contains("fields")
          || body().at("/schema/properties").has("fields");
    }

    JsonNode body() {
      return operation.at("/requestBody/content/application~1json");
    }

    /** What the examples of its parameters ask. */
    ApiResponse example() {
      if (method.equals("post")) {
        return Asking.post(path, body().path("example").toString());
      }
      String target = path;
      List<String> query = new ArrayList<>();
      for (JsonNode parameter : operation.path("parameters")) {
        for (String value : values(parameter.path("example"))) {
          String encoded = URLEncoder.encode(value, UTF_8);
          String name = parameter.path("name").asText();
          target = target.replace("{" + name + "}", encoded);
          if (parameter.path("in").asText().equals("query")) {
            query.add(name + "=" + encoded);
          }
        }
      }
      return Asking.get(target + "?" + String.join("&", query));
    }

    private static List<String> values(JsonNode example) {
      List<String> values = new ArrayList<>();
      if (example.isArray()) {
        example.forEach(value -> values.add(value.asText()));
      } else if (!example.isMissingNode()) {
        values.add(example.asText());
      }
      return values;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Described> operations() {
    return DOCUMENT.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        method ->
                            new Described(method.getKey(), path.getKey(), method.getValue())));
  }

  @Test
  void isAnOpenApiDocument() {
    List<String> faults =
        new OpenAPIV3Parser().readContents(TEXT, null, new ParseOptions()).getMessages();

    assertEquals(List.of(), faults);
    assertEquals("3.1.0", DOCUMENT.path("openapi").asText());
  }

  /** The parser above forgives what stands in a schema. */
  @Test
  void refersOnlyToWhatItHas() {
    Set<String> missing = new TreeSet<>();
    for (String reference : DOCUMENT.findValuesAsText("$ref")) {
      if (DOCUMENT.at(reference.substring(1)).isMissingNode()) {
        missing.add(reference);
      }
    }

    assertEquals(Set.of(), missing);
  }

  /** Generators of clients give up on what lies deeper, and take numbers for short ones. */
  @Test
  void isPlainEnoughForGenerators() {
    Set<String> deep = new TreeSet<>(DOCUMENT.findValuesAsText("$ref"));
    deep.removeIf(reference -> reference.matches("#/components/schemas/\\w+"));
    Set<String> unsized = new TreeSet<>();
    for (JsonNode parent : DOCUMENT.findParents("type")) {
      String type = parent.path("type").asText();
      String format = type.equals("integer") ? "int64" : "double";
      if ((type.equals("integer") || type.equals("number"))
          && !parent.path("format").asText().equals(format)) {
        unsized.add(parent.toString());
      }
    }

    assertEquals(Set.of(), deep);
    assertEquals(Set.of(), unsized);
  }

  @Test
  void hasNoSchemaThatNothingUses() {
    Set<String> unused = new TreeSet<>();
    DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(unused::add);
    for (String reference : DOCUMENT.findValuesAsText("$ref")) {
      unused.remove(reference.substring(reference.lastIndexOf('/') + 1));
    }

    assertEquals(Set.of(), unused);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void givesAnswersAsExamples(Described described) {
    ApiResponse response = described.example();

    assertEquals(200, response.status(), () -> Asking.text(response));
    String type = response.headers().get("content-type");
    assertTrue(described.answers().has(type), type);
    if (!described.answersJson()) {
      assertTrue(described.answer().path("example").isMissingNode(), "no document in a document");
      return;
    }
    if (!described.path().equals("/openapi")) { // it would contain itself
      assertEquals(described.answer().path("example"), Asking.json(response));
    }
    String schema = described.schemas().get(0);
    Schemas.assertValid(schema.substring(schema.lastIndexOf('/') + 1), Asking.text(response));
  }

  /** What requires fields that may be left out would make generated clients refuse the answer. */
  @ParameterizedTest
  @MethodSource("operations")
  void whatMayBeCutIsAPartToo(Described described) {
    if (!described.takesFields()) {
      assertFalse(described.schemas().contains("#/components/schemas/Part"));
      return;
    }
    assertEquals("#/components/schemas/Part", described.schemas().get(1));
    JsonNode part = DOCUMENT.at("/components/schemas/Part");
    assertTrue(part.path("required").isMissingNode() && part.path("properties").isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void saysWhatEverythingIs(Described described) {
    assertTrue(described.operation().path("summary").asText().length() > 5);
    assertTrue(described.operation().at("/responses/default/description").asText().length() > 5);
    for (JsonNode parameter : described.operation().path("parameters")) {
      assertTrue(parameter.path("description").asText().length() > 5, parameter::toString);
    }
    for (JsonNode property : described.body().at("/schema/properties")) {
      assertTrue(property.path("description").asText().length() > 5, property::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void hasExamplesThatItsSchemasAllowAndNoDefaults(Described described) {
    for (JsonNode parameter : described.operation().path("parameters")) {
      JsonNode schema = parameter.path("schema");
      assertTrue(schema.path("default").isMissingNode(), "generated clients would send it");
      assertAllowed(schema, parameter.path("example"));
    }
    assertAllowed(described.body().path("schema"), described.body().path("example"));
    for (JsonNode property : described.body().at("/schema/properties")) {
      assertTrue(property.path("default").isMissingNode(), "generated clients would send it");
    }
  }

  @Test
  void namesOperationsOnce() {
    List<String> ids = DOCUMENT.path("paths").findValuesAsText("operationId");

    assertEquals(new TreeSet<>(ids).size(), ids.size());
    assertEquals(operations().count(), ids.size());
  }

  private static void assertAllowed(JsonNode schema, JsonNode value) {
    if (!value.isMissingNode()) {
      assertEquals(
          Set.of(),
          JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(value),
          () -> value + " for " + schema);
    }
  }
}
