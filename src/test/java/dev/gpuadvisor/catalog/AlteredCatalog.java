package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.catalog.reading.CatalogException;
import dev.gpuadvisor.catalog.reading.CatalogReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The bundled files, one of them changed. */
public final class AlteredCatalog {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AlteredCatalog() {}

  public static ObjectNode tree(String file) {
    try {
      return (ObjectNode) MAPPER.readTree(BundledCatalog.content(file));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything in a file that says where it comes from: its entries, a price list itself. */
  public static List<JsonNode> withProvenance(String file) {
    ObjectNode tree = tree(file);
    List<JsonNode> entries = new ArrayList<>();
    if (tree.has("provenance")) {
      entries.add(tree);
    }
    for (JsonNode field : tree) {
      if (field.isArray()) {
        for (JsonNode entry : field) {
          if (entry.has("provenance") || entry.isObject() && !tree.has("provenance")) {
            entries.add(entry);
          }
        }
      }
    }
    return entries;
  }

  /** The entry of a tree with this id, wherever its list stands. */
  public static ObjectNode entry(ObjectNode tree, String id) {
    return StreamSupport.stream(tree.spliterator(), false)
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .filter(entry -> entry.path("id").asText().equals(id))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** What the reader says about a file whose entry was changed. */
  public static String faultOf(String file, String id, Consumer<ObjectNode> change) {
    ObjectNode tree = tree(file);
    change.accept(entry(tree, id));
    return faultOf(file, tree);
  }

  public static String faultOf(String file, JsonNode content) {
    return faultOf(file, content.toString());
  }

  public static String faultOf(String file, String content) {
    return assertThrows(
            CatalogException.class,
            () ->
                CatalogReader.read(
                    name -> name.equals(file) ? content : BundledCatalog.content(name)))
        .getMessage();
  }
}
