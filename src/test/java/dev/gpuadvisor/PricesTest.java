package dev.gpuadvisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.catalog.reading.CatalogReader;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of prices that is read when the program starts. */
class PricesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Catalog BUNDLED = BundledCatalog.catalog();

  private final List<String> log = new ArrayList<>();

  @TempDir Path directory;

  private static ObjectNode bundled(String provider) throws IOException {
    String text = BundledCatalog.content("price-lists/" + provider + ".json");
    return (ObjectNode) MAPPER.readTree(text);
  }

  private static ObjectNode offer(ObjectNode list, String id) {
    for (JsonNode offer : list.path("offers")) {
      if (offer.path("id").asText().equals(id)) {
        return (ObjectNode) offer;
      }
    }
    throw new AssertionError(id);
  }

  private static ObjectNode own(String provider) throws IOException {
    ObjectNode list = bundled("runpod-pods").put("provider", provider).put("as_of", "2026-11-20");
    ObjectNode first = (ObjectNode) list.path("offers").get(0);
    first.put("id", provider + "-1").put("usd_per_hour", "0.05").put("region", "Nantes");
    first.put("country", "FR");
    first.remove(List.of("aliases", "as_of", "usd_per_second"));
    list.putArray("offers").add(first.set("aliases", MAPPER.createArrayNode()));
    return list;
  }

  private Catalog read(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("prices.json"), content, UTF_8);
    return Prices.catalog(Map.of(Prices.FILE, file.toString())::get, log::add);
  }

  private Catalog read(ObjectNode... lists) throws IOException {
    ObjectNode file = MAPPER.createObjectNode();
    file.putArray("price_lists").addAll(List.of(lists));
    return read(file.toString());
  }

  private static PriceList list(Catalog catalog, String provider) {
    return catalog.priceLists().find(provider).orElseThrow();
  }

  private static JsonNode ask(Catalog catalog, String path, String query) throws IOException {
    Api api =
        GpuAdvisor.api(
            catalog,
            Clock.fixed(Asking.NOON, ZoneOffset.UTC),
            SlackSettings.from(name -> null, Outbox.atOnce()),
            McpSettings.from(name -> null));
    return MAPPER.readTree(
        api.handle(new ApiRequest("GET " + path, Map.of(), query, Map.of(), new byte[0])).body());
  }

  @Test
  void withoutAFileTheBundledPricesAnswerAndNothingIsSaid() {
    assertSame(BUNDLED, Prices.catalog(name -> null, log::add));
    assertEquals(List.of(), log);
  }

  @Test
  void aFileThatIsNamedAndNotThereIsSaid() {
    String path = directory.resolve("none.json").toString();

    assertSame(BUNDLED, Prices.catalog(Map.of(Prices.FILE, path)::get, log::add));
    assertEquals(1, log.size());
    assertTrue(log.get(0).contains(path), log.get(0));
  }

  @Test
  void aNewerListReplacesTheBundledOneAndItsHistoryGoesOn() throws IOException {
    ObjectNode list = bundled("lambda-cloud").put("as_of", "2026-11-23");
    offer(list, "gpu_1x_a10").put("usd_per_hour", "1.49").put("as_of", "2026-11-23");
    Catalog catalog = read(list);

    Offer offer = catalog.offers().find("gpu_1x_a10").orElseThrow();
    assertEquals("1.49", offer.usdPerHour().toString());
    assertEquals(BUNDLED.priceLists().ids(), catalog.priceLists().ids());
    assertEquals(BUNDLED.offers().ids(), catalog.offers().ids());
    JsonNode history = ask(catalog, "/v1/offers/gpu_1x_a10", "").path("history");
    assertEquals("2026-11-23", history.path("since").asText());
    assertTrue(history.path("prices").size() >= 2);
    assertTrue(log.get(0).contains("lambda-cloud of 2026-11-23"), log.get(0));
  }

  @Test
  void aListOfAnotherProviderIsAdded() throws IOException {
    Catalog catalog = read(own("acme"));

    assertEquals(BUNDLED.offers().all().size() + 1, catalog.offers().all().size());
    JsonNode answer =
        ask(catalog, "/v1/recommendations", "model=llama-3.1-8b&provider=acme&quantization=8bit");
    assertEquals("acme-1", answer.at("/picks/recommended/offer").asText());
    JsonNode there = ask(catalog, "/v1/offers", "provider=all&region=nantes");
    assertEquals("acme-1", there.at("/offers/0/id").asText());
    assertTrue(
        ask(catalog, "/v1/recommendations", "model=llama-3.1-8b&provider=all")
            .path("assessments")
            .findValuesAsText("provider")
            .contains("acme"));
  }

  @Test
  void oneListMayStandAlone() throws IOException {
    assertTrue(read(own("acme").toString()).priceLists().find("acme").isPresent());
  }

  @Test
  void everyBundledListIsAFileOfItsOwn() throws IOException {
    List<ObjectNode> all = new ArrayList<>();
    for (String file : CatalogReader.PRICE_LISTS) {
      all.add((ObjectNode) MAPPER.readTree(BundledCatalog.content(file)));
    }
    Catalog catalog = read(all.toArray(ObjectNode[]::new));

    assertEquals(BUNDLED.offers().all(), catalog.offers().all());
    for (PriceList list : BUNDLED.priceLists().all()) {
      assertEquals(list, list(catalog, list.provider()));
    }
    for (Offer offer : BUNDLED.offers().all()) {
      assertEquals(offer, catalog.offers().find(offer.id()).orElseThrow());
    }
  }

  @Test
  void aListThatIsOlderThanTheBundledOneIsLeft() throws IOException {
    ObjectNode list = bundled("lambda-cloud").put("as_of", "2020-01-01");
    list.path("offers").forEach(offer -> ((ObjectNode) offer).remove("as_of"));
    Catalog catalog = read(list);

    assertSame(list(BUNDLED, "lambda-cloud"), list(catalog, "lambda-cloud"));
    assertTrue(log.get(0).contains("older than the bundled: lambda-cloud"), log.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                     | not JSON",
        "[]                                    | must be an object",
        "{\"price_lists\": []}                 | must not be empty",
        "{\"price_lists\": [{\"provider\": 1}]} | must be a text",
        "{\"lists\": []}                       | is missing",
        "{\"price_lists\": [], \"more\": 1}    | must not be empty"
      })
  void aBrokenFileIsRefused(String content, String why) throws IOException {
    assertSame(BUNDLED, read(content));
    assertEquals(1, log.size());
    assertTrue(log.get(0).contains(why), log.get(0));
    assertTrue(log.get(0).contains("the bundled prices answer"), log.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "usd_per_hour, 0, must be above 0",
    "usd_per_hour, 1e3, must be a decimal",
    "usd_per_hour, -1, must be a decimal",
    "supply, plenty, is unknown",
    "colour, red, is unknown",
    "as_of, yesterday, must be a date",
    "id, AMPERE_24, already"
  })
  void oneFaultRefusesAllLists(String field, String value, String why) throws IOException {
    ObjectNode broken = own("broken");
    ((ObjectNode) broken.path("offers").get(0)).put(field, value);

    assertSame(BUNDLED, read(own("acme"), broken));
    assertTrue(log.get(0).contains(why), log.get(0));
  }

  @Test
  void anUnknownCardIsRefused() throws IOException {
    ObjectNode broken = own("broken");
    ((ObjectNode) broken.path("offers").get(0)).putArray("cards").add("RTX_9090");

    assertSame(BUNDLED, read(broken));
    assertTrue(log.get(0).contains("RTX_9090"), log.get(0));
    assertFalse(log.get(0).contains("\n"), log.get(0));
  }
}
