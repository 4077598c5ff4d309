package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.advice.Change;
import dev.gpuadvisor.advice.NoteCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Codes of notes and of changes are part of the contract, and the schema lists them. */
class NoteCodesTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/openapi/components.json");

  @Test
  void theSchemaListsTheCodesThatThereAre() throws IOException {
    assertEquals(
        Arrays.stream(NoteCode.values()).map(NoteCode::id).sorted().toList(),
        listed("/schemas/Note/properties"));
    assertEquals(
        Arrays.stream(Change.Kind.values()).map(Change.Kind::id).sorted().toList(),
        listed("/schemas/Recommendation/properties/migration/properties/changes/items/properties"));
  }

  private static List<String> listed(String properties) throws IOException {
    return StreamSupport.stream(
            Asking.MAPPER.readTree(SCHEMAS.toFile()).at(properties + "/code/enum").spliterator(),
            false)
        .map(code -> code.asText())
        .sorted()
        .toList();
  }
}
