package dev.gpuadvisor.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.TypedModels.Found;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedModelsTest {

  private static final TypedModels MODELS = new TypedModels(BundledCatalog.catalog().models());

  @Test
  void everyNameOfTheCatalogueIsThatModel() {
    for (Model model : BundledCatalog.catalog().models().all()) {
      assertNamed(model, model.id());
      assertNamed(model, model.huggingFaceId());
      model.aliases().forEach(alias -> assertNamed(model, alias));
      assertNamed(model, model.id().replace('-', ' ').toUpperCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "qwen 14b, qwen3-14b",
    "qwen2.5:14b, qwen2.5-14b-instruct",
    "14b qwen2.5, qwen2.5-14b-instruct",
    "qwen 2.5 coder 7b, qwen2.5-coder-7b-instruct",
    "qwen coder 14b, qwen2.5-coder-14b-instruct",
    "qwen 4b, qwen3.5-4b",
    "llama 70b, llama-3.3-70b-instruct",
    "llama 3.1 70b, llama-3.1-70b-instruct",
    "llama 13b, llama-2-13b-chat-hf",
    "gemma 27b, gemma-3-27b-it",
    "mistral 24b, mistral-small-3.2-24b-instruct-2506",
    "r1 14b, deepseek-r1-distill-qwen-14b",
    "scout, llama-4-scout-17b-16e-instruct",
    "olmo 7b, olmo-3-7b-instruct"
  })
  void wordsOfAFamilyAndASizeTakeItsNewestPlainModel(String words, String model) {
    Found found = MODELS.find(List.of(words.split(" ")));
    Model taken =
        found instanceof Found.Taken some
            ? some.model()
            : assertInstanceOf(Found.Named.class, found).model();

    assertEquals(model, taken.id());
  }

  @Test
  void saysWhatElseTheWordsCouldMean() {
    Found.Taken taken = assertInstanceOf(Found.Taken.class, MODELS.find(List.of("qwen", "14b")));

    assertEquals(
        List.of(
            "qwen2.5-14b-instruct",
            "qwen1.5-14b-chat",
            "qwen-14b-chat",
            "qwen2.5-coder-14b-instruct",
            "deepseek-r1-distill-qwen-14b"),
        taken.others());
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen", "llama", "70b", "mistral instruct", "gemma 3", "deepseek"})
  void asksWhereAFamilyOrASizeIsMissing(String words) {
    assertInstanceOf(Found.Several.class, MODELS.find(List.of(words.split(" "))));
  }

  /** Neither is what its letters look like: Qwen 2 and Llama 3 are other models. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen2 14b",
        "llama3 13b",
        "mixtral 7b",
        "qwen 13b",
        "qwen2.5-14b-vision",
        "qwen 14b é",
        "qwen 14b 🚀"
      })
  void takesNoOtherModelForOneThatItDoesNotKnow(String words) {
    assertInstanceOf(Found.Nothing.class, MODELS.find(List.of(words.split(" "))));
  }

  @ParameterizedTest
  @CsvSource({"qwne2.5-14b, qwen2.5-14b-instruct", "mistrall 7b, mistral-7b-instruct-v0.3"})
  void suggestsWhatIsNear(String words, String model) {
    Found.Nothing nothing =
        assertInstanceOf(Found.Nothing.class, MODELS.find(List.of(words.split(" "))));

    assertEquals(model, nothing.nearest().get(0));
  }

  @Test
  void suggestsNothingForNoise() {
    Found.Nothing nothing =
        assertInstanceOf(Found.Nothing.class, MODELS.find(List.of("🚀", "xyzzy")));

    assertTrue(nothing.nearest().isEmpty());
  }

  private static void assertNamed(Model model, String name) {
    Found found = MODELS.find(List.of(name.split(" ")));

    assertEquals(model, assertInstanceOf(Found.Named.class, found).model(), name);
  }
}
