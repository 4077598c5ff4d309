package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes of notes are part of the contract, and the schema lists them: those that there are. */
class NoteCodesTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/openapi/components.json");

  /** What a move changes is told by notes with codes of their own. */
  private static final Path CHANGES = Path.of("Changes.java");

  private static final Path ADVICE = Path.of("src/main/java/dev/gpuadvisor/advice");

  /** A code is the first thing that a note is made of, or one of two. */
  private static final Pattern CODES =
      Pattern.compile(
          "(?:Note\\.of|\\badd)\\(\\s*(?:[^\"();]*\\?\\s*)?\"([a-z_0-9]+)\"(?:\\s*:\\s*\"([a-z_0-9]+)\")?");

  @Test
  void theSchemaListsTheCodesThatThereAre() throws IOException {
    assertEquals(written(source -> !source.endsWith(CHANGES)), listed("/schemas/Note/properties"));
    assertEquals(
        written(source -> source.endsWith(CHANGES)),
        listed("/schemas/Recommendation/properties/migration/properties/changes/items/properties"));
  }

  private static Set<String> listed(String properties) throws IOException {
    Set<String> listed = new TreeSet<>();
    Asking.MAPPER
        .readTree(SCHEMAS.toFile())
        .at(properties + "/code/enum")
        .forEach(code -> listed.add(code.asText()));
    return listed;
  }

  private static Set<String> written(Predicate<Path> where) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.list(ADVICE)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).filter(where).toList();
    }
    Set<String> codes = new TreeSet<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      Matcher note = CODES.matcher(text.contains("Note.of(") ? text : "");
      while (note.find()) {
        codes.add(note.group(1));
        Optional.ofNullable(note.group(2)).ifPresent(codes::add);
      }
    }
    return codes;
  }
}
