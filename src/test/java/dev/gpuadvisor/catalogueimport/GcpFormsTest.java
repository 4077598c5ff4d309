package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The billing catalogue of Google written in other ways: the same machines at the same prices. */
class GcpFormsTest {

  private static final String SKUS = "/v1/services/6F81-5844-456A/skus";

  @TempDir Path directory;

  private Map<String, BigDecimal> prices(String name, Consumer<Loopback> serve) throws IOException {
    Path place = directory.resolve(name);
    place.toFile().mkdir();
    Workspace workspace = new Workspace(place);
    Mapping mapping = Mapping.read("gcp");
    workspace.accepting(new HashSet<>(mapping.offers().values()));
    try (Loopback server = new Loopback()) {
      serve.accept(server);
      Workspace.Outcome outcome = workspace.run("gcp", server.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
    }
    return workspace.prices(mapping);
  }

  private Map<String, BigDecimal> plain() throws IOException {
    return prices("plain", server -> GcpSamples.serve(server, GcpSamples.skus()));
  }

  private void seesTheSame(Consumer<Loopback> serve) throws IOException {
    assertEquals(plain(), prices("other", serve));
  }

  private static Named<UnaryOperator<ObjectNode>> form(String name, Consumer<ObjectNode> change) {
    return Named.of(
        name,
        sku -> {
          change.accept(sku);
          return sku;
        });
  }

  private static ObjectNode expression(JsonNode sku) {
    return (ObjectNode) sku.at("/pricingInfo/0/pricingExpression");
  }

  private static ObjectNode price(JsonNode sku) {
    return (ObjectNode) expression(sku).at("/tieredRates/0/unitPrice");
  }

  private static ObjectNode copy(JsonNode node, Consumer<ObjectNode> change) {
    ObjectNode copy = node.deepCopy();
    change.accept(copy);
    return copy;
  }

  private static void zeroIsOmitted(ObjectNode price) {
    price.properties().removeIf(each -> each.getValue().asText().equals("0"));
  }

  /** As things would be if they cost nine times as much. */
  private static ObjectNode dearer(JsonNode pricing) {
    return copy(pricing, all -> ((ObjectNode) all.findValue("unitPrice")).put("units", "99"));
  }

  static Stream<Named<UnaryOperator<ObjectNode>>> forms() {
    return Stream.of(
        Named.of("fields the other way round", sku -> (ObjectNode) reversed(sku)),
        form("units as a number", sku -> price(sku).put("units", price(sku).path("units").asInt())),
        form("nanos as a text", sku -> price(sku).put("nanos", price(sku).path("nanos").asText())),
        form("no zeros", sku -> zeroIsOmitted(price(sku))),
        form(
            "nulls for zeros",
            sku ->
                List.of("units", "nanos").stream()
                    .filter(field -> price(sku).path(field).asText().equals("0"))
                    .forEach(field -> price(sku).putNull(field))),
        form("no currency", sku -> price(sku).remove("currencyCode")),
        form("currency null", sku -> price(sku).putNull("currencyCode")),
        form(
            "a free tier before",
            sku -> {
              ArrayNode tiers = (ArrayNode) expression(sku).path("tieredRates");
              ((ObjectNode) tiers.get(0)).put("startUsageAmount", 15);
              tiers.insertObject(0).put("startUsageAmount", 0).putObject("unitPrice");
            }),
        form(
            "a free tier behind",
            sku -> {
              ArrayNode tiers = (ArrayNode) expression(sku).path("tieredRates");
              ((ObjectNode) tiers.get(0)).put("startUsageAmount", "15");
              tiers.addObject().put("startUsageAmount", "0").putObject("unitPrice");
            }),
        form(
            "a unit in words",
            sku -> {
              String unit = expression(sku).path("usageUnit").asText();
              expression(sku).putNull("usageUnit");
              expression(sku)
                  .put("usageUnitDescription", unit.endsWith("mo") ? "gibibyte month" : "hour");
            }),
        form(
            "what was before",
            sku -> {
              ArrayNode timeline = (ArrayNode) sku.path("pricingInfo");
              timeline.insert(
                  0, dearer(timeline.get(0)).put("effectiveTime", "2025-01-01T00:00:00Z"));
              ((ObjectNode) timeline.get(1)).put("effectiveTime", "2026-10-01T00:00:00.123Z");
            }),
        form(
            "what was before, and what will be, the newest first",
            sku -> {
              ArrayNode timeline = (ArrayNode) sku.path("pricingInfo");
              ((ObjectNode) timeline.get(0)).put("effectiveTime", "2026-10-01T00:00:00Z");
              timeline.add(dearer(timeline.get(0)).put("effectiveTime", "2025-01-01T00:00:00Z"));
              timeline.insert(
                  0, dearer(timeline.get(0)).put("effectiveTime", "2999-01-01T00:00:00Z"));
            }),
        form(
            "regions of the taxonomy",
            sku -> {
              ObjectNode taxonomy = sku.putObject("geoTaxonomy").put("type", "MULTI_REGIONAL");
              taxonomy.set("regions", sku.remove("serviceRegions"));
              sku.putNull("serviceRegions");
            }),
        form(
            "more blanks",
            sku ->
                sku.put("description", " " + sku.path("description").asText().replace(" ", "  "))),
        form(
            "spot by its usage, and not in words",
            sku -> {
              String said = sku.path("description").asText();
              if (said.contains("Spot Preemptible")) {
                sku.withObject("/category").put("usageType", "Preemptible");
                sku.put(
                    "description",
                    said.replace("attached to Spot Preemptible VMs ", "")
                        .replace("Spot Preemptible ", ""));
              }
            }),
        form(
            "commitments by their usage, and not in words",
            sku -> {
              if (sku.path("description").asText().startsWith("Commitment")) {
                sku.withObject("/category").put("usageType", "Commit1Yr");
                sku.put("description", sku.path("description").asText().substring(15));
              }
            }),
        form(
            "more than is known",
            sku -> {
              sku.put("skuId", 7).putNull("serviceProviderName").putArray("tags").addObject();
              expression(sku).put("displayQuantity", 1000).put("baseUnitConversionFactor", 3600);
              price(sku).putObject("@type");
            }));
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ArrayNode array) {
      array.forEach(GcpFormsTest::reversed);
    } else if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      object.removeAll();
      Collections.reverse(fields);
      fields.forEach(field -> object.set(field.getKey(), reversed(field.getValue())));
    }
    return node;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void otherForms(UnaryOperator<ObjectNode> form) throws IOException {
    List<String> skus = new ArrayList<>();
    for (String sku : GcpSamples.skus()) {
      String other = form.apply((ObjectNode) Json.MAPPER.readTree(sku)).toString();
      skus.add(other);
    }
    assertNotEquals(GcpSamples.skus(), skus);
    seesTheSame(server -> GcpSamples.serve(server, skus));
  }

  /** SKUs in any order, some on two pages, among pages with nothing on them. */
  @Test
  void otherPages() throws IOException {
    List<String> skus = new ArrayList<>(GcpSamples.skus());
    Collections.shuffle(skus, new Random(14));
    Function<List<String>, String> page = list -> "\"skus\":[" + String.join(",", list) + "]";
    seesTheSame(
        server ->
            server.on(
                SKUS,
                "{\"nextPageToken\":\"1\"," + page.apply(skus.subList(0, 20)) + "}",
                "{\"nextPageToken\":\"2\",\"skus\":null}",
                "{\"nextPageToken\":\"3\"}",
                "{" + page.apply(skus.subList(10, skus.size())) + ",\"nextPageToken\":\"4\"}",
                "{\"skus\":[],\"nextPageToken\":\"\"}"));
  }

  @Test
  void compressedThoughNobodyAsked() throws IOException {
    try (Loopback plain = new Loopback()) {
      GcpSamples.serve(plain, GcpSamples.skus());
      seesTheSame(server -> plain.replay(server, body -> Loopback.zipped(body, false)));
    }
  }

  /** What is sold by another unit, or for nothing, is no part of a sum. */
  @Test
  void whatIsNoPriceOfAPart() throws IOException {
    List<String> skus = new ArrayList<>(GcpSamples.skus());
    for (String unit : List.of("GiBy.d", "count", "")) {
      skus.add(GcpSamples.sku("Nvidia L4 GPU running in Iowa", unit, 9));
    }
    skus.add(GcpSamples.sku("G2 Instance Ram running in Iowa", "GiBy.h", 0));
    skus.add(
        GcpSamples.sku("G2 Instance Core running in Iowa", "h", 9).replace("\"USD\"", "\"EUR\""));
    seesTheSame(server -> GcpSamples.serve(server, skus));
  }
}
