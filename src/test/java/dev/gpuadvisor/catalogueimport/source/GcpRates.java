package dev.gpuadvisor.catalogueimport.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalogueimport.ImportException;
import dev.gpuadvisor.catalogueimport.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SKUs that machines are summed from, by part, region and market.
 *
 * <p>Whether one is spot its description says: some spot SKUs are marked as on demand. Left out are
 * commitments, reservations and calendar bookings, which look much the same.
 */
final class GcpRates {

  private static final Pattern SPOT =
      Pattern.compile("(?i)\\s*(attached to )?(spot )?preemptible (vms)?\\s*");
  private static final Pattern PLACE = Pattern.compile("(?i) (running )?in [^()]*$");
  private static final Pattern OTHER_MARKETS =
      Pattern.compile("(?i).*(commitment|reserved|reservation|calendar mode|dws|sole tenancy).*");
  private static final String DISK = "SSD backed Local Storage";
  private static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(730);
  private static final int NANO = 9;
  private static final int SCALE = 6;

  private record Rated(String part, String region, boolean spot) {}

  private final Map<Rated, BigDecimal> rates = new HashMap<>();

  void add(JsonNode sku) {
    String description = Json.text(sku, "description");
    if (OTHER_MARKETS.matcher(description).matches()) {
      return;
    }
    Matcher spot = SPOT.matcher(description);
    boolean isSpot = spot.find();
    String part = PLACE.matcher(isSpot ? spot.replaceFirst(" ") : description).replaceFirst("");
    Optional<BigDecimal> rate = rate(sku.path("pricingInfo").path(0).path("pricingExpression"));
    if (rate.isEmpty()) {
      return;
    }
    for (JsonNode region : sku.path("serviceRegions")) {
      Rated rated = new Rated(part.strip(), region.asText(), isSpot);
      BigDecimal other = rates.put(rated, rate.get());
      if (other != null && other.compareTo(rate.get()) != 0) {
        throw new ImportException(
            "Two prices of "
                + rated.part
                + " in "
                + rated.region
                + ": "
                + other
                + " and "
                + rate.get()
                + ".");
      }
    }
  }

  /** The last tier is what counts beyond a free one. */
  private static Optional<BigDecimal> rate(JsonNode expression) {
    JsonNode tiers = expression.path("tieredRates");
    JsonNode price = tiers.path(tiers.size() - 1).path("unitPrice");
    String currency = Json.text(price, "currencyCode");
    if (!price.isObject() || !currency.isEmpty() && !currency.equals("USD")) {
      return Optional.empty();
    }
    BigDecimal units = Json.decimal(price, "units");
    BigDecimal nanos = Json.decimal(price, "nanos");
    BigDecimal rate =
        (units == null ? BigDecimal.ZERO : units)
            .add(nanos == null ? BigDecimal.ZERO : nanos.movePointLeft(NANO));
    return Optional.of(
        Json.text(expression, "usageUnit").endsWith(".mo")
            ? rate.divide(HOURS_OF_A_MONTH, 2 * SCALE, RoundingMode.HALF_UP)
            : rate);
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
