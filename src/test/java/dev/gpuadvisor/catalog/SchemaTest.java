package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.catalog.reading.CatalogReader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are for editors and for whoever sends a change; the reader does not use them. */
class SchemaTest {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  static Stream<String> files() {
    return Stream.concat(
        Stream.of(
            CatalogReader.CARDS,
            CatalogReader.MODELS,
            CatalogReader.QUANTIZATIONS,
            CatalogReader.FORMAT_SUPPORT,
            CatalogReader.SERVING,
            CatalogReader.RUNTIMES),
        CatalogReader.PRICE_LISTS.stream());
  }

  @ParameterizedTest
  @MethodSource("files")
  void describesTheFile(String file) {
    assertEquals(Set.of(), faults(file, BundledCatalog.content(file)));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    String cards = BundledCatalog.content(CatalogReader.CARDS);

    Set<ValidationMessage> faults =
        faults(CatalogReader.CARDS, cards.replaceFirst("\"nvlink\"", "\"nv_link\""));

    assertEquals(2, faults.size(), faults.toString());
  }

  @ParameterizedTest
  @MethodSource("files")
  void standsWhereTheFileSays(String file) {
    String schema = AlteredCatalog.tree(file).path("$schema").asText();

    assertEquals(file.contains("/") ? "../" + schemaOf(file) : schemaOf(file), schema);
  }

  private static Set<ValidationMessage> faults(String file, String content) {
    JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of("classpath:catalog/" + schemaOf(file)));
    return schema.validate(content, InputFormat.JSON);
  }

  private static String schemaOf(String file) {
    String name =
        file.startsWith("price-lists/") ? "price-list" : file.substring(0, file.indexOf('.'));
    return "schema/" + name + ".schema.json";
  }
}
