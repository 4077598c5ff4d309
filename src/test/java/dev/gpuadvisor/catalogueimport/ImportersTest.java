package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalogueimport.source.Importers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each importer against a provider on this machine, which answers in the documented form. */
class ImportersTest {

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    workspace = new Workspace(directory);
  }

  /** A machine of Google's has no price of its own: GcpSkusTest. */
  static Stream<String> names() {
    return Importers.names().stream().filter(name -> !name.equals("gcp"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void seesEveryMappedOfferAgain(String name) throws IOException {
    Mapping mapping = Mapping.read(name);
    Map<String, BigDecimal> before = workspace.prices(mapping);
    Workspace.Outcome outcome;
    try (Loopback server = new Loopback()) {
      Samples.serve(server, name, before);
      outcome = workspace.run(name, server.base());
    }
    assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
    assertEquals(before, workspace.prices(mapping));
    for (String offer : mapping.offers().values()) {
      PriceListFile list = workspace.listOf(offer);
      assertEquals(Workspace.DAY, list.asOf(), offer);
      assertEquals(Workspace.DAY, list.asOf(offer), offer);
    }
    String seen = before.size() + " seen again at the same price, 0 repriced, 0 vanished";
    assertTrue(outcome.output().contains(seen), outcome.output());
  }

  @ParameterizedTest
  @MethodSource("names")
  void takesNewPricesWithTheirHistoryAndFact(String name) throws IOException {
    Mapping mapping = Mapping.read(name);
    Map<String, BigDecimal> prices = workspace.prices(mapping);
    String key = prices.keySet().iterator().next();
    String offer = mapping.offers().get(key);
    BigDecimal now = prices.get(key).add(new BigDecimal("0.04"));
    prices.put(key, now);
    try (Loopback server = new Loopback()) {
      Samples.serve(server, name, prices);
      Workspace.Outcome outcome = workspace.run(name, server.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
    }
    PriceListFile list = workspace.listOf(offer);
    assertEquals(0, now.compareTo(list.perHour(offer)), offer);
    String last =
        workspace
            .read("catalog/history/" + list.provider() + ".csv")
            .lines()
            .filter(line -> line.startsWith(offer + ","))
            .reduce((first, second) -> second)
            .orElseThrow();
    assertTrue(last.contains(",2026-11-25," + now.stripTrailingZeros().toPlainString()), last);
    assertTrue(
        workspace
            .read("facts.csv")
            .contains("," + offer + "," + now.stripTrailingZeros().toPlainString() + ",hour,"),
        offer);
    assertTrue(workspace.page(name).contains("| `" + offer + "` |"), name);
  }

  /** Fields in another order, fields that nobody knows, nulls, numbers as texts. */
  @ParameterizedTest
  @MethodSource("names")
  void readsOtherFormsOfTheSameAnswer(String name) throws IOException {
    Mapping mapping = Mapping.read(name);
    Map<String, BigDecimal> before = workspace.prices(mapping);
    try (Loopback plain = new Loopback();
        Loopback other = new Loopback()) {
      Samples.serve(plain, name, before);
      plain.rewrite(other, ImportersTest::inAnotherForm);
      Workspace.Outcome outcome = workspace.run(name, other.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
    }
    assertEquals(before, workspace.prices(mapping));
  }

  private static String inAnotherForm(String body) {
    if (!body.startsWith("{") && !body.startsWith("[")) {
      return body;
    }
    try {
      return Json.MAPPER.writeValueAsString(other(Json.MAPPER.readTree(body)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode other(JsonNode node) {
    if (node.isObject()) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
      Collections.reverse(fields);
      ObjectNode turned = Json.MAPPER.createObjectNode();
      turned.putNull("a_field_of_tomorrow");
      fields.forEach(field -> turned.set(field.getKey(), other(field.getValue())));
      return turned;
    }
    if (node.isArray()) {
      ArrayNode turned = Json.MAPPER.createArrayNode();
      node.forEach(each -> turned.add(other(each)));
      return turned;
    }
    return node.isNumber() ? Json.MAPPER.getNodeFactory().textNode(node.asText()) : node;
  }

  @Test
  void listsWhatItDoesNotKnowAndAddsNothing() throws IOException {
    Map<String, BigDecimal> prices = workspace.prices(Mapping.read("lambda"));
    prices.put("gpu_64x_x900", BigDecimal.TEN);
    try (Loopback server = new Loopback()) {
      Samples.serve(server, "lambda", prices);
      workspace.run("lambda", server.base());
    }
    assertTrue(workspace.page("lambda").contains("- `gpu_64x_x900`"));
    assertFalse(workspace.list("lambda-cloud").has("gpu_64x_x900"));
  }

  @Test
  void keepsWhatVanishedWithTheDayOnWhichItWasSeen() throws IOException {
    Map<String, BigDecimal> prices = workspace.prices(Mapping.read("lambda"));
    String before = workspace.list("lambda-cloud").asOf("gpu_1x_a10").toString();
    prices.remove("gpu_1x_a10");
    try (Loopback server = new Loopback()) {
      Samples.serve(server, "lambda", prices);
      assertEquals(0, workspace.run("lambda", server.base()).status());
    }
    assertEquals(before, workspace.list("lambda-cloud").asOf("gpu_1x_a10").toString());
    assertTrue(workspace.page("lambda").contains("- `gpu_1x_a10`, seen last on " + before));
  }

  @Test
  void writesTheSupplyWithItsDay() throws IOException {
    try (Loopback server = new Loopback()) {
      Samples.serve(server, "lambda", workspace.prices(Mapping.read("lambda")));
      workspace.run("lambda", server.base());
    }
    String list = workspace.read("catalog/price-lists/lambda-cloud.json");
    assertTrue(list.contains("\"supply\": \"low\""));
    assertTrue(list.contains("\"supply_as_of\": \"2026-11-25\""));
  }

  @Test
  void readsASavedAnswer() throws IOException {
    Path saved = directory.resolve("answer.json");
    Files.writeString(saved, Samples.lambda(workspace.prices(Mapping.read("lambda"))));

    assertEquals(0, workspace.from(saved.toString()).run("lambda-cloud", null).status());
    assertEquals(Workspace.DAY, workspace.list("lambda-cloud").asOf());
  }

  @Test
  void oneBrokenProviderKeepsNoOtherFromItsList() throws IOException {
    try (Loopback server = new Loopback()) {
      server.on("/v2/catalog/gpus", "{\"gpus\":");
      Samples.serve(server, "lambda", workspace.prices(Mapping.read("lambda")));
      Workspace.Outcome outcome = workspace.run("all", server.base());

      assertEquals(CatalogueImport.STOPPED, outcome.status());
      assertTrue(outcome.output().contains("runpod: stopped. The answer is not JSON"));
      assertEquals(Workspace.DAY, workspace.list("lambda-cloud").asOf());
    }
  }

  @Test
  void knowsEveryImporterByItsNameAndByThatOfItsLists() {
    for (String name : Importers.names()) {
      assertTrue(Importers.find(name).isPresent());
    }
    assertEquals("aws", Importers.find("aws-ec2").orElseThrow().name());
    assertEquals(2, workspace.run("nobody", null).status());
  }

  @Test
  void sendsKeysOnlyAsTheProviderWantsThem() throws IOException {
    Map<String, String> keys = new LinkedHashMap<>(new TreeMap<>(Map.of("LAMBDA_API_KEY", "abc")));
    try (Loopback server = new Loopback()) {
      Samples.serve(server, "lambda", workspace.prices(Mapping.read("lambda")));
      workspace.environment(keys).run("lambda", server.base());
      assertEquals(List.of("GET /api/v1/instance-types Bearer abc"), server.requests());

      Workspace.Outcome outcome = workspace.environment(Map.of()).run("lambda", server.base());
      assertEquals(CatalogueImport.STOPPED, outcome.status());
      assertTrue(outcome.output().contains("The environment has no LAMBDA_API_KEY"));
    }
  }

  @Test
  void followsPagesWhereverTheirLinksPoint() throws IOException {
    try (Loopback server = new Loopback()) {
      Samples.serve(server, "digitalocean", workspace.prices(Mapping.read("digitalocean")));
      workspace.run("digitalocean", server.base());
      assertEquals("GET /v2/sizes?page=2&per_page=200 Bearer k6", server.requests().get(1));
    }
  }
}
