package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model in every language; the pages stay behind for whoever looks at HTML. */
class AllPagesTest {

  private static final Path FOLDER = Path.of("target", "pages", "page");
  private static final List<String> LANGUAGES = List.of("en", "fr");

  /** One of each kind besides. */
  private static final List<String> OTHERS =
      List.of(
          "",
          "model=qwen2.5-14b&provider=all&current=A10G&current_price_per_hour=1.00",
          "model=qwen2.5-14b&quantization=8bit&current=AMPERE_16&budget_per_hour=1",
          "model=llama-3.1-70b&quantization=4bit&runtime=vllm&max_gpus=4&rank_by=speed",
          "model=llama-3.1-8b&task=qlora",
          "parameters=14.8b&hours_per_month=100",
          "model=qwen2.5-41b&context=-1&quantisation=8bit&lora_rank=x&layers=3&current=A10G",
          "model=qwen2.5-14b&model=qwen2.5-7b&context=%zz");

  static Stream<String> models() {
    return BundledCatalog.catalog().models().all().stream()
        .filter(model -> model.kind() == ModelKind.GENERATOR)
        .map(Model::id);
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersForEveryModel(String model) throws IOException {
    for (String language : LANGUAGES) {
      ApiResponse page = Pages.open("model=" + model + "&lang=" + language);

      assertEquals(200, page.status(), Asking.text(page));
      write(language, model, page);
      assertReadsWell(language, Asking.text(page));
    }
  }

  @Test
  void readsWellWhateverKindItIs() throws IOException {
    for (String language : LANGUAGES) {
      for (String query : OTHERS) {
        ApiResponse page = Pages.open(query + (query.isEmpty() ? "" : "&") + "lang=" + language);

        write(language, "other-" + OTHERS.indexOf(query), page);
        assertReadsWell(language, Asking.text(page));
      }
    }
  }

  private static void assertReadsWell(String language, String html) {
    String text = Pages.textOf(html);
    assertTrue(html.contains("<html lang=\"" + language + "\">"));
    assertFalse(text.contains("{") || text.contains("}"), () -> "a placeholder: " + text);
    assertFalse(text.matches("(?s).*\\bnull\\b.*"), () -> "a null: " + text);
    for (String key : Sentences.keys()) {
      assertFalse(text.contains(" " + key + " "), () -> key + " is no sentence: " + text);
    }
    for (String foreign : Sentences.onlyIn(language.equals("en") ? "fr" : "en")) {
      assertFalse(text.contains(foreign), () -> "'" + foreign + "' in a page in " + language);
    }
  }

  private static void write(String language, String name, ApiResponse page) throws IOException {
    Path file = FOLDER.resolve(language).resolve(name + ".html");
    Files.createDirectories(file.getParent());
    Files.write(file, page.body());
  }
}
