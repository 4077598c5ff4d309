package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gpuadvisor.catalogueimport.ImportException;
import dev.gpuadvisor.catalogueimport.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SKUs that machines are summed from, by part, region and market.
 *
 * <p>Whether one is spot its description says: some spot SKUs are marked as on demand. Left out are
 * commitments, reservations and calendar bookings, which look much the same, and what costs
 * nothing: no part of a machine with a GPU is free.
 */
final class GcpRates {

  private static final Pattern SPOT =
      Pattern.compile("(?i)\\s*(attached to )?(spot )?preemptible (vms)?\\s*");
  private static final Pattern PLACE = Pattern.compile("(?i) (running )?in [^()]*$");
  private static final Pattern OTHER_MARKETS =
      Pattern.compile(
          "(?i).*(commitment|commit[0-9]|reserved|reservation|calendar mode|dws|sole tenancy).*");
  private static final Pattern HOURLY = Pattern.compile("(?i)(.*\\.)?h|(.* )?hour");
  private static final Pattern MONTHLY = Pattern.compile("(?i)(.*\\.)?mo|(.* )?month");
  private static final String DISK = "SSD backed Local Storage";
  private static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(730);
  private static final int NANO = 9;
  private static final int SCALE = 6;

  private record Rated(String part, String region, boolean spot) {}

  private final Map<Rated, BigDecimal> rates = new HashMap<>();

  void add(JsonNode sku) {
    String description = Json.text(sku, "description").replaceAll("\\s+", " ");
    String usage = Json.text(sku.path("category"), "usageType");
    if (OTHER_MARKETS.matcher(description + " " + usage).matches()) {
      return;
    }
    Matcher spot = SPOT.matcher(description);
    boolean inWords = spot.find();
    String part = PLACE.matcher(inWords ? spot.replaceFirst(" ") : description).replaceFirst("");
    rate(inForce(sku.path("pricingInfo")).path("pricingExpression"))
        .filter(rate -> rate.signum() > 0)
        .ifPresent(
            rate -> {
              boolean isSpot = inWords || usage.equalsIgnoreCase("Preemptible");
              for (String region : regions(sku)) {
                add(new Rated(part.strip(), region, isSpot), rate);
              }
            });
  }

  private void add(Rated rated, BigDecimal rate) {
    BigDecimal other = rates.put(rated, rate);
    if (other != null && other.compareTo(rate) != 0) {
      throw new ImportException(
          "Two prices of "
              + rated.part
              + " in "
              + rated.region
              + ": "
              + other
              + " and "
              + rate
              + ".");
    }
  }

  /** The newest price of those that have come into force. */
  private static JsonNode inForce(JsonNode timeline) {
    return last(
        timeline,
        price -> !Dates.isLater(Json.text(price, "effectiveTime")),
        Comparator.comparing(price -> Json.text(price, "effectiveTime")));
  }

  private static List<String> regions(JsonNode sku) {
    JsonNode regions = sku.path("serviceRegions");
    if (regions.isEmpty()) {
      regions = sku.path("geoTaxonomy").path("regions");
    }
    List<String> names = new ArrayList<>();
    regions.forEach(region -> names.add(region.asText()));
    return names;
  }

  /** Per hour; nothing in another currency, or per anything else. */
  private static Optional<BigDecimal> rate(JsonNode expression) {
    JsonNode price = lastTier(expression.path("tieredRates")).path("unitPrice");
    String currency = Json.text(price, "currencyCode");
    if (!price.isObject() || !currency.isEmpty() && !currency.equals("USD")) {
      return Optional.empty();
    }
    BigDecimal rate = orZero(price, "units").add(orZero(price, "nanos").movePointLeft(NANO));
    String unit = Json.text(expression, "usageUnit");
    if (unit.isEmpty()) {
      unit = Json.text(expression, "usageUnitDescription");
    }
    if (MONTHLY.matcher(unit).matches()) {
      return Optional.of(rate.divide(HOURS_OF_A_MONTH, 2 * SCALE, RoundingMode.HALF_UP));
    }
    return HOURLY.matcher(unit).matches() ? Optional.of(rate) : Optional.empty();
  }

  /** What counts beyond a free one. */
  private static JsonNode lastTier(JsonNode tiers) {
    return last(
        tiers, tier -> true, Comparator.comparing(tier -> orZero(tier, "startUsageAmount")));
  }

  private static JsonNode last(
      JsonNode list, Predicate<JsonNode> counts, Comparator<JsonNode> order) {
    JsonNode last = MissingNode.getInstance();
    for (JsonNode each : list) {
      if (counts.test(each) && (last.isMissingNode() || order.compare(each, last) >= 0)) {
        last = each;
      }
    }
    return last;
  }

  private static BigDecimal orZero(JsonNode node, String field) {
    BigDecimal number = Json.decimal(node, field);
    return number == null ? BigDecimal.ZERO : number;
  }

  /** Where the GPU of a machine is sold. */
  TreeSet<String> regions(GcpMachine machine) {
    TreeSet<String> regions = new TreeSet<>();
    rates.keySet().stream()
        .filter(rated -> rated.part.equals(machine.gpu()))
        .forEach(rated -> regions.add(rated.region));
    return regions;
  }

  /** Nothing where the price of any part is missing. */
  Optional<BigDecimal> sum(GcpMachine machine, String region, boolean spot) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts(machine)) {
      BigDecimal rate = rates.get(new Rated(part.name, region, spot));
      if (rate == null) {
        return Optional.empty();
      }
      sum = sum.add(rate.multiply(part.quantity));
    }
    return Optional.of(sum.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros());
  }

  private record Part(String name, BigDecimal quantity) {}

  private static List<Part> parts(GcpMachine machine) {
    Part gpus = new Part(machine.gpu(), BigDecimal.valueOf(machine.gpus()));
    Part cores = new Part(machine.family() + " Instance Core", BigDecimal.valueOf(machine.cores()));
    Part ram = new Part(machine.family() + " Instance Ram", machine.ramGib());
    return machine.ssdGib().signum() == 0
        ? List.of(gpus, cores, ram)
        : List.of(gpus, cores, ram, new Part(DISK, machine.ssdGib()));
  }
}
