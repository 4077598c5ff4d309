package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.http.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names fields gets those, as the whole answer has them, and nothing else. */
class FieldsTest {

  private static final String RECOMMEND = "/v1/recommendations?model=qwen2.5-14b&quantization=8bit";
  private static final Random RANDOM = new Random(23);

  static Stream<Golden> replies() {
    return GoldenRequests.all()
        .filter(golden -> golden.status() == 200 && golden.body().isEmpty())
        .filter(golden -> golden.target().startsWith("/v1/"))
        .filter(golden -> !golden.target().matches("/v1/(accuracy|report|badge|prices).*"))
        .filter(golden -> !golden.target().contains("format=csv"));
  }

  @Test
  void areKeptByTheirNames() {
    String cut = RECOMMEND + "&fields=picks.recommended.offer,picks.recommended.price.usd_per_hour";

    assertEquals(
        "{\"picks\":{\"recommended\":{\"offer\":\"AMPERE_24\",\"price\":{\"usd_per_hour\":0.684}}}}\n",
        Asking.text(Asking.get(cut)));
    assertEquals(
        Asking.text(Asking.get(cut)),
        Asking.text(
            Asking.post(
                "/v1/recommendations",
                """
                {"model": "qwen2.5-14b", "quantization": "8bit",
                 "fields": ["picks.recommended.offer", "picks.recommended.price.usd_per_hour"]}
                """)));
  }

  /** Of each answer that is stored, some of the fields that it has. */
  @ParameterizedTest
  @MethodSource("replies")
  void areThoseOfTheWholeAnswer(Golden golden) {
    JsonNode whole = Asking.answer(golden.target());
    List<String> paths = new ArrayList<>(paths(whole));
    String sign = golden.target().contains("?") ? "&" : "?";
    for (int i = 0; i < 5; i++) {
      Set<String> some = new LinkedHashSet<>();
      for (int left = 1 + RANDOM.nextInt(4); left > 0; left--) {
        some.add(paths.get(RANDOM.nextInt(paths.size())));
      }
      String target = golden.target() + sign + "fields=" + String.join(",", some);

      assertEquals(cut(whole, some), Asking.answer(target), target);
    }
  }

  @Test
  void keepTheirPlacesInLists() {
    String target = RECOMMEND + "&runtime=llama.cpp";
    JsonNode whole = Asking.answer(target);
    JsonNode cut = Asking.answer(target + "&fields=assessments.llama_cpp.kv_mib");

    assertEquals(1, cut.size());
    assertEquals(whole.path("assessments").size(), cut.path("assessments").size());
    assertTrue(cut.path("assessments").path(0).at("/llama_cpp/kv_mib").isNumber());
  }

  @Test
  void mayBeNowhereInThisAnswer() {
    assertEquals("{}\n", Asking.text(Asking.get(RECOMMEND + "&fields=migration.saving")));
    assertEquals(
        "{\"picks\":{\"recommended\":null}}\n",
        Asking.text(
            Asking.get("/v1/recommendations?model=llama-3.1-405b&fields=picks.recommended.offer")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/recommendations?model=phi-4&fields=picks.recomended.offer",
        "/v1/estimate?model=phi-4&fields=memory.weight_gib",
        "/v1/compare?offers=AMPERE_24,ADA_24_PRO&model=phi-4&fields=asessments",
        "/v1/launch?model=phi-4&runtime=vllm&fields=files.txt",
        "/v1/offers?fields=offers.price.usd_per_hours",
        "/v1/offers/AMPERE_24?fields=history.price",
        "/v1/models?fields=models.parameter",
        "/v1/models/phi-4?fields=layer"
      })
  void areFaultsThatTeachWhereNoneIsCalledSo(String target) {
    ApiResponse response = Asking.get(target);
    JsonNode fault = Asking.errors(response).path(0);
    String written = target.substring(target.indexOf("fields=") + 7);

    assertEquals(400, response.status());
    assertEquals(1, Asking.errors(response).size());
    assertEquals("fields", fault.path("parameter").asText());
    assertEquals(written, fault.path("value").asText());
    assertTrue(fault.path("allowed").size() >= 3, fault.toString());
    assertFalse(fault.path("nearest").isEmpty(), fault.toString());
    String path = target.substring(0, target.indexOf("fields="));
    for (JsonNode allowed : fault.path("allowed")) {
      assertEquals(200, Asking.get(path + "fields=" + allowed.asText()).status());
    }
    for (JsonNode nearest : fault.path("nearest")) {
      assertEquals(200, Asking.get(path + "fields=" + nearest.asText()).status());
    }
  }

  @Test
  void areLookedForFurtherDown() {
    JsonNode fault = Asking.errors(Asking.get(RECOMMEND + "&fields=usd_per_hour")).path(0);

    assertEquals("fallbacks.usd_per_hour", fault.path("nearest").path(0).asText());
    fault = Asking.errors(Asking.get(RECOMMEND + "&fields=workload.model.id")).path(0);
    assertEquals("workload.model", fault.path("nearest").path(0).asText());
  }

  @Test
  void areFaultsBesideAllOthers() {
    JsonNode faults =
        Asking.errors(Asking.get("/v1/recommendations?model=qwen2.5-41b&fields=picks,,x&contxt=4"));

    assertEquals(
        List.of("contxt", "fields", "fields", "model"),
        StreamSupport.stream(faults.spliterator(), false)
            .map(fault -> fault.path("parameter").asText())
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fields=picks&format=csv", "fields=picks"})
  void areNoneOfATable(String query) {
    ApiResponse response =
        Asking.API.handle(
            Asking.request(
                "GET", RECOMMEND + "&" + query, Map.of("accept", "text/csv"), new byte[0]));

    assertEquals(400, response.status());
    assertEquals("fields", Asking.errors(response).path(0).path("parameter").asText());
  }

  /** They are not even kept in memory on the way: so much less is written. */
  @Test
  void areShort() {
    int whole = Asking.get(RECOMMEND + "&provider=all").body().length;
    int cut = Asking.get(RECOMMEND + "&provider=all&fields=picks.recommended").body().length;

    assertTrue(cut < 500 && whole > 10_000, whole + " " + cut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/report?model=phi-4", "/health", "/openapi", "/v1/accuracy"})
  void areNotTakenByOthers(String target) {
    String sign = target.contains("?") ? "&" : "?";

    assertEquals(400, Asking.get(target + sign + "fields=picks").status());
  }

  private static Set<String> paths(JsonNode node) {
    Set<String> paths = new LinkedHashSet<>();
    addPaths(node, "", paths);
    return paths;
  }

  private static void addPaths(JsonNode node, String above, Set<String> to) {
    if (node.isArray()) {
      node.forEach(each -> addPaths(each, above, to));
    } else if (!above.endsWith("settings.")) { // whose names are the caller's
      node.properties()
          .forEach(
              field -> {
                to.add(above + field.getKey());
                addPaths(field.getValue(), above + field.getKey() + ".", to);
              });
    }
  }

  private static JsonNode cut(JsonNode node, Set<String> paths) {
    if (node.isArray()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> all.add(cut(each, paths)));
      return all;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              Set<String> within = new LinkedHashSet<>();
              paths.stream()
                  .filter(path -> path.startsWith(name + "."))
                  .forEach(path -> within.add(path.substring(name.length() + 1)));
              if (paths.contains(name)) {
                kept.set(name, field.getValue());
              } else if (!within.isEmpty()) {
                kept.set(name, cut(field.getValue(), within));
              }
            });
    return kept;
  }
}
