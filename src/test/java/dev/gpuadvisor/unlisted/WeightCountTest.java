package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.unlisted.ArchitectureExtras.Extra;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong layer count or head size shows in the number of parameters. */
class WeightCountTest {

  private static final ArchitectureExtras QWEN2 = ArchitectureExtras.of(Extra.QKV_BIAS);

  /** By the longest prefix of the id; what is not here is plain. */
  private static final Map<String, ArchitectureExtras> FAMILIES =
      Map.ofEntries(
          Map.entry("qwen-", QWEN2),
          Map.entry("qwen1.5", QWEN2),
          Map.entry("qwen1.5-moe", ArchitectureExtras.of(Extra.QKV_BIAS, Extra.SHARED_GATE)),
          Map.entry("qwen2-", QWEN2),
          Map.entry("qwen2-57b-a14b", ArchitectureExtras.of(Extra.QKV_BIAS, Extra.SHARED_GATE)),
          Map.entry("qwen2.5", QWEN2),
          Map.entry("qwq", QWEN2),
          Map.entry("deepseek-r1-distill-qwen", QWEN2),
          Map.entry("deepseek-r1-distill-llama", ArchitectureExtras.PLAIN),
          Map.entry("qwen3", ArchitectureExtras.of(Extra.HEAD_NORMS)),
          Map.entry("gemma-2", ArchitectureExtras.withNormsBehind()),
          Map.entry("gemma-3", ArchitectureExtras.withNormsBehind(Extra.HEAD_NORMS)),
          Map.entry("olmo-2", ArchitectureExtras.of(Extra.QK_NORMS)),
          Map.entry("glm-4-9b", ArchitectureExtras.of(Extra.QKV_BIAS)),
          Map.entry("glm-4-32b", ArchitectureExtras.withNormsBehind()),
          Map.entry("c4ai", ArchitectureExtras.parallel()),
          Map.entry("falcon-7b", ArchitectureExtras.parallel(Extra.NORM_BIAS)),
          Map.entry("falcon-40b", ArchitectureExtras.of(Extra.NORM_BIAS)),
          Map.entry(
              "gpt-oss",
              ArchitectureExtras.of(
                  Extra.SINKS,
                  Extra.QKV_BIAS,
                  Extra.OUTPUT_BIAS,
                  Extra.EXPERT_BIASES,
                  Extra.ROUTER_BIAS)),
          Map.entry("deepseek-v3", ArchitectureExtras.of(Extra.ROUTER_BIAS)),
          Map.entry("deepseek-r1", ArchitectureExtras.of(Extra.ROUTER_BIAS)),
          Map.entry("kimi-k2", ArchitectureExtras.of(Extra.ROUTER_BIAS)));

  private static WeightCount count(Model model) {
    ArchitectureExtras family =
        FAMILIES.keySet().stream()
            .filter(model.id()::startsWith)
            .max(Comparator.comparingInt(String::length))
            .map(FAMILIES::get)
            .orElse(ArchitectureExtras.PLAIN);
    return new WeightCount(model.shape(), family);
  }

  /** Those of the first catalogue; CatalogueModelsTest holds the others. */
  static List<Model> models() {
    return BundledCatalog.catalog().models().all().subList(0, 102);
  }

  @ParameterizedTest
  @MethodSource("models")
  void followsFromTheShape(Model model) {
    assertEquals(count(model).parameters(), model.languageParameters(), model.id());
  }

  @ParameterizedTest
  @MethodSource("models")
  void countsTheExpertsApart(Model model) {
    assertEquals(count(model).expertParameters(), model.expertParameters(), model.id());
  }

  @ParameterizedTest
  @MethodSource("models")
  void countsWhatATokenTouches(Model model) {
    assertEquals(count(model).activeParameters(), model.activeParameters(), model.id());
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
    "qwen-7b-chat, 7721324544",
  })
  void isTheOneThatIsPublished(String id, long parameters) {
    assertEquals(parameters, BundledCatalog.catalog().models().find(id).orElseThrow().parameters());
  }

  @Test
  void losesNoModel() {
    int models = BundledCatalog.catalog().models().all().size();
    assertTrue(models >= 436, () -> "only " + models);
  }
}
