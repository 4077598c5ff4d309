package dev.gpuadvisor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of the documents lead somewhere, and their JSON is JSON. */
class DocumentsTest {

  private static final Pattern CODE = Pattern.compile("(?s)```(\\w*)\n(.*?)```");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")) {
      all.add(Path.of(name));
    }
    all.add(Path.of("infra/README.md"));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void leadSomewhere(Path document) throws IOException {
    String text = CODE.matcher(Files.readString(document)).replaceAll("").replaceAll("`[^`]*`", "");
    for (Matcher link = LINK.matcher(text); link.find(); ) {
      String target = link.group(1);
      if (!target.matches("(https?|mailto):.*")) {
        assertTrue(isThere(document, target), document + ": " + target);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void haveJsonThatIsJson(Path document) throws IOException {
    for (Matcher code = CODE.matcher(Files.readString(document)); code.find(); ) {
      if (code.group(1).equals("json")) {
        MAPPER.readTree(code.group(2));
      }
    }
  }

  /** A look that finds everything would pass all of the above. */
  @Test
  void areLookedAt() throws IOException {
    Path readme = Path.of("README.md");

    assertTrue(documents().size() > 30);
    assertTrue(isThere(readme, "docs/slack.md"));
    assertTrue(isThere(readme, "#the-page"));
    assertFalse(isThere(readme, "docs/slick.md"));
    assertFalse(isThere(readme, "#the-pages"));
  }

  private static boolean isThere(Path document, String target) throws IOException {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    return Files.exists(file) && (hash < 0 || headings(file).contains(target.substring(hash + 1)));
  }

  /** As GitHub names them. */
  private static List<String> headings(Path file) throws IOException {
    return HEADING
        .matcher(CODE.matcher(Files.readString(file)).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N}\\- _]", "").replace(' ', '-'))
        .toList();
  }
}
