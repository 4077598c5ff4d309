package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import dev.gpuadvisor.parameter.Scope;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Questions of good values alone, of parameters that nobody thought of together; the same ones for
 * the same seed. What each parameter takes is read from the table.
 */
final class SensibleRequests {

  private static final Vocabulary VOCABULARY =
      Questions.of(BundledCatalog.catalog()).vocabulary(Language.EN);
  private static final List<String> MODELS = BundledCatalog.catalog().models().ids();

  /**
   * Some of every kind: dense, of experts, with windows, latent, of two kinds of layers, towers.
   */
  private static final List<String> KINDS =
      List.of(
          "gpt2",
          "llama-3.1-8b",
          "mixtral-8x7b",
          "gemma-3-27b",
          "deepseek-r1",
          "gpt-oss-120b",
          "qwen3-next-80b-a3b",
          "qwen2.5-vl-7b",
          "bge-m3",
          "whisper-large-v3");

  private static final List<String> PATHS =
      List.of(
          "/v1/recommendations",
          "/v1/recommendations",
          "/v1/estimate",
          "/v1/compare",
          "/v1/report",
          "/v1/launch");

  /** What is given on purpose, or goes with few things. */
  private static final Set<String> GIVEN =
      Set.of(
          "task",
          "quantization",
          "model",
          "fields",
          "offers",
          "provider",
          "format",
          "region",
          "currency",
          "usd_per_unit",
          "requests_per_second",
          "requests_per_day",
          "card",
          "gpus");

  private static final Set<Group> OF_THE_MODEL =
      Set.of(Group.MODEL, Group.DESCRIPTION, Group.MODEL_SEARCH);
  private static final Set<Group> OF_A_LOAD = Set.of(Group.LOAD, Group.INSTEAD);

  private static final List<String> TASKS = List.of("lora", "qlora", "full");
  private static final List<String> LOADS =
      List.of("requests_per_second=2", "requests_per_day=5000&seconds_per_request=3");
  private static final List<String> MARKETS =
      List.of(
          "lang=en",
          "provider=all",
          "provider=all&market=any&max_gpus=8",
          "provider=aws&region=us",
          "offers=2x+RTX+3090+at+0.40/h&currency=EUR&usd_per_unit=1.08");

  private static final JsonNode DOCUMENT = Asking.json(Asking.get("/openapi"));

  private final Random random;

  SensibleRequests(long seed) {
    this.random = new Random(seed);
  }

  ApiRequest next() {
    String path = pick(PATHS);
    Optional<String> task = chance(30) ? Optional.of(pick(TASKS)) : Optional.empty();
    boolean carries = task.isEmpty() && chance(50);
    List<String> pairs = new ArrayList<>();
    pairs.add("model=" + (chance(30) ? pick(MODELS) : pick(KINDS)));
    task.ifPresent(each -> pairs.add("task=" + each + (chance(50) ? "&dataset_tokens=5m" : "")));
    if (carries) {
      pairs.add(pick(LOADS));
    }
    pairs.add(
        switch (path) {
          case "/v1/compare" -> "offers=AMPERE_24&offers=ADA_80_PRO";
          case "/v1/estimate" ->
              "card=2xA100-80GB" + task.map(e -> "").orElse("&quantization=8bit");
          default -> pick(MARKETS);
        });
    List<Parameter<?>> others =
        others(path).stream()
            .filter(each -> task.isPresent() ? !isOfServing(each) : !isOfLearning(each))
            .filter(each -> carries || !OF_A_LOAD.contains(each.group()))
            .toList();
    Set<Parameter<?>> some = new LinkedHashSet<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      some.add(pick(others));
    }
    some.forEach(each -> pairs.add(each.name() + "=" + encoded(value(each))));
    return new ApiRequest("GET " + path, Map.of(), String.join("&", pairs), Map.of(), new byte[0]);
  }

  /** What the path takes besides. */
  private static List<Parameter<?>> others(String path) {
    Set<String> names = new HashSet<>();
    DOCUMENT
        .at("/paths/" + path.replace("/", "~1") + "/get/parameters")
        .forEach(parameter -> names.add(parameter.path("name").asText()));
    return ParameterTable.standard().all().stream()
        .filter(each -> names.contains(each.name()))
        .filter(each -> !GIVEN.contains(each.name()) && !OF_THE_MODEL.contains(each.group()))
        .toList();
  }

  private static boolean isOfServing(Parameter<?> parameter) {
    return parameter.scope() == Scope.SERVING || OF_A_LOAD.contains(parameter.group());
  }

  private static boolean isOfLearning(Parameter<?> parameter) {
    return parameter.group() == Group.TRAINING
        || Set.of(Scope.TRAINING, Scope.TRAINED_ADAPTERS).contains(parameter.scope());
  }

  private String value(Parameter<?> parameter) {
    Shape shape = parameter.type().shape(VOCABULARY);
    if (shape instanceof Shape.Choice choice) {
      return pick(choice.values());
    }
    if (shape instanceof Shape.Flag) {
      return random.nextBoolean() ? "true" : "false";
    }
    if (shape instanceof Shape.Whole whole && random.nextInt(3) == 0) {
      return Long.toString(random.nextBoolean() ? whole.least() : whole.most());
    }
    if (shape instanceof Shape.Decimal decimal && random.nextInt(3) == 0) {
      return random.nextBoolean() ? decimal.least() : decimal.most();
    }
    return parameter.example();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
