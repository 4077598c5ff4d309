package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers against the schemas that the OpenAPI document publishes for them. */
public final class Schemas {

  private static final String DOCUMENT = "https://gpu-advisor.test/openapi";
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder
                  .metaSchema(dialect())
                  .schemaLoaders(
                      loaders -> loaders.schemas(Map.of(DOCUMENT, document(components())))));
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private Schemas() {}

  /** A component, in which format is no mere remark. */
  static JsonSchema of(String component) {
    return SCHEMAS.computeIfAbsent(
        component,
        name -> FACTORY.getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/" + name)));
  }

  public static void assertValid(String component, String json) {
    assertEquals(
        Set.of(),
        of(component)
            .validate(
                json,
                InputFormat.JSON,
                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)),
        () -> component + ": " + json);
  }

  static String components() {
    try (InputStream file = Schemas.class.getResourceAsStream("/openapi/components.json")) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The components stand in a document that is no schema itself. */
  private static JsonMetaSchema dialect() {
    return JsonMetaSchema.builder(JsonMetaSchema.getV202012())
        .keyword(new NonValidationKeyword("components"))
        .build();
  }

  private static String document(String components) {
    return "{\"components\":" + components + "}";
  }
}
