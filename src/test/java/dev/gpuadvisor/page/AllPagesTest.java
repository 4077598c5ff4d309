package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.api.ApiResponse;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model in every language; the pages stay behind for whoever looks at HTML. */
class AllPagesTest {

  private static final Path FOLDER = Path.of("target", "pages", "page");

  static Stream<String> models() {
    return Catalog.bundled().models().all().stream().map(Model::id);
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsWell(String model) throws IOException {
    for (String language : new String[] {"en", "fr"}) {
      ApiResponse page = Pages.open("model=" + model + "&lang=" + language);

      assertEquals(200, page.status(), Asking.text(page));
      write(language + "/" + model, page);
    }
  }

  private static void write(String name, ApiResponse page) throws IOException {
    Path file = FOLDER.resolve(name + ".html");
    Files.createDirectories(file.getParent());
    Files.write(file, page.body());
  }
}
