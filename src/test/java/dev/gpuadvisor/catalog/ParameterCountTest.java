package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong layer count or head size shows in the number of parameters. */
class ParameterCountTest {

  static List<Model> models() {
    return Catalog.bundled().models().all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void followsFromTheShape(Model model) {
    assertEquals(new ShapeRules(model).parameters(), model.parameters(), model.id());
  }

  @ParameterizedTest
  @MethodSource("models")
  void countsTheExpertsApart(Model model) {
    assertEquals(new ShapeRules(model).expertParameters(), model.expertParameters(), model.id());
  }

  @ParameterizedTest
  @MethodSource("models")
  void countsWhatATokenTouches(Model model) {
    assertEquals(new ShapeRules(model).activeParameters(), model.activeParameters(), model.id());
  }

  /** Published counts, as far as they are known to the last parameter or the last digit shown. */
  @ParameterizedTest
  @CsvSource({
    "qwen2.5-14b-instruct, 14770033664",
    "qwen2.5-7b-instruct, 7615616512",
    "llama-3.1-8b-instruct, 8030261248",
    "llama-3.1-70b-instruct, 70553706496",
    "mistral-7b-instruct-v0.3, 7248023552",
    "mixtral-8x7b-instruct-v0.1, 46702792704",
    "qwen3-30b-a3b, 30532122624",
    "deepseek-v3, 671026419200",
    "gpt-oss-20b, 20914757184",
    "gemma-2-9b-it, 9241705984",
  })
  void isTheOneThatIsPublished(String id, long parameters) {
    assertEquals(parameters, Catalog.bundled().models().find(id).orElseThrow().parameters());
  }

  @Test
  void holdsEveryModelThatThisShapeCanSay() {
    assertEquals(98, models().size());
  }
}
