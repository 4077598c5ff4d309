package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.Supply;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A price list as the file that it is, of which an import changes prices, supply and dates. */
final class PriceListFile {

  private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);
  private static final int MOST_DECIMALS = 12;
  private static final Set<String> CONFIRMED = Set.of("usd_per_hour", "usd_per_second", "as_of");

  private final Path path;
  private final ObjectNode list;
  private final Map<String, ObjectNode> offers = new LinkedHashMap<>();

  private PriceListFile(Path path, ObjectNode list) {
    this.path = path;
    this.list = list;
    for (JsonNode offer : list.path("offers")) {
      offers.put(offer.path("id").asText(), (ObjectNode) offer);
    }
  }

  static PriceListFile read(Path path) throws IOException {
    return new PriceListFile(
        path, (ObjectNode) Json.MAPPER.readTree(Files.readString(path, UTF_8)));
  }

  Path path() {
    return path;
  }

  String provider() {
    return list.path("provider").asText();
  }

  LocalDate asOf() {
    return LocalDate.parse(list.path("as_of").asText());
  }

  boolean has(String offer) {
    return offers.containsKey(offer);
  }

  /** The day on which the price of an offer was seen. */
  LocalDate asOf(String offer) {
    String own = offers.get(offer).path("as_of").asText();
    return own.isEmpty() ? asOf() : LocalDate.parse(own);
  }

  BigDecimal perHour(String offer) {
    ObjectNode node = offers.get(offer);
    return node.has("usd_per_hour")
        ? new BigDecimal(node.path("usd_per_hour").asText())
        : new BigDecimal(node.path("usd_per_second").asText()).multiply(SECONDS);
  }

  int gpus(String offer) {
    return offers.get(offer).path("gpus").asInt();
  }

  /** What sizes of the same thing share: cards, market, region. */
  List<String> kind(String offer) {
    ObjectNode node = offers.get(offer);
    return List.of(
        node.path("cards").toString(),
        node.path("market").asText(),
        node.path("term_months").asText(),
        node.path("region").asText());
  }

  String market(String offer) {
    String market = offers.get(offer).path("market").asText();
    return market.isEmpty() ? "on_demand" : market;
  }

  String region(String offer) {
    return offers.get(offer).path("region").asText();
  }

  Set<String> offers() {
    return offers.keySet();
  }

  String source(String offer) {
    return offers.get(offer).path("provenance").path("sources").path(0).asText();
  }

  /** Takes over what was seen of an offer. */
  void see(String offer, Quote quote, LocalDate day, String source) {
    ObjectNode node = offers.get(offer);
    if (perHour(offer).compareTo(quote.perHour()) != 0) {
      price(node, quote.perHour());
    }
    node.remove("as_of");
    if (quote.supply() != Supply.UNKNOWN) {
      put(node, "supply", quote.supply().name().toLowerCase(Locale.ROOT));
      put(node, "supply_as_of", day.toString());
    } else if (node.has("supply_as_of")) {
      node.put("supply", "unknown").remove("supply_as_of");
    }
    ObjectNode provenance = (ObjectNode) node.path("provenance");
    confirm(provenance);
    ArrayNode sources = (ArrayNode) provenance.path("sources");
    if (sources.isEmpty()) {
      sources.add(source);
    } else {
      sources.set(0, source);
    }
  }

  /** Those that were not seen keep the day on which they were. */
  void seal(Set<String> seen, LocalDate day, String source) {
    LocalDate before = asOf();
    offers.forEach(
        (id, node) -> {
          if (!seen.contains(id) && !node.has("as_of") && !before.equals(day)) {
            put(node, "as_of", before.toString());
          } else if (node.path("as_of").asText().equals(day.toString())) {
            node.remove("as_of");
          }
        });
    list.put("as_of", day.toString());
    list.put("source", source);
    confirm((ObjectNode) list.path("provenance"));
  }

  private static void confirm(ObjectNode provenance) {
    ArrayNode unverified = (ArrayNode) provenance.path("unverified");
    for (int i = unverified.size() - 1; i >= 0; i--) {
      if (CONFIRMED.contains(unverified.path(i).asText())) {
        unverified.remove(i);
      }
    }
  }

  /** By the second where that is how the list has it, and is exact. */
  private static void price(ObjectNode offer, BigDecimal perHour) {
    BigDecimal second = perHour.divide(SECONDS, MOST_DECIMALS, RoundingMode.HALF_UP);
    boolean bySecond =
        offer.has("usd_per_second") && second.multiply(SECONDS).compareTo(perHour) == 0;
    String text = (bySecond ? second : perHour).stripTrailingZeros().toPlainString();
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    offer.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    offer.removeAll();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith("usd_per_")) {
            offer.put(bySecond ? "usd_per_second" : "usd_per_hour", text);
          } else {
            offer.set(name, value);
          }
        });
  }

  /** Sets a field; a new one stands before the provenance, which ends an entry. */
  private static void put(ObjectNode offer, String field, String value) {
    boolean known = offer.has(field);
    offer.put(field, value);
    if (!known && offer.has("provenance")) {
      JsonNode provenance = offer.remove("provenance");
      offer.set("provenance", provenance);
    }
  }

  /** The text of the file, as people write it: lists of short texts on one line. */
  String text() {
    return PriceListText.of(list);
  }

  /** Offers of this list that a mapping knows. */
  Set<String> mapped(Mapping mapping) {
    Set<String> mapped = new TreeSet<>(mapping.offers().values());
    mapped.retainAll(offers.keySet());
    return mapped;
  }
}
