package dev.gpuadvisor.api;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * A random question about money, and what it says of the load.
 *
 * @param seconds of loading and idling at each start
 * @param budget of a month
 */
record MoneyQuestion(
    String query, BigDecimal hours, BigDecimal starts, BigDecimal seconds, BigDecimal budget) {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final List<String> PROVIDERS =
      CATALOG.priceLists().all().stream()
          .filter(list -> list.offers().size() < 20)
          .map(list -> list.provider())
          .toList();

  static MoneyQuestion of(Random random) {
    StringBuilder query = new StringBuilder("/v1/recommendations?model=");
    query.append(List.of("qwen2.5-14b", "llama-3.1-8b", "phi-4").get(random.nextInt(3)));
    query.append("&quantization=").append(random.nextBoolean() ? "8bit" : "4bit");
    query.append("&provider=").append(PROVIDERS.get(random.nextInt(PROVIDERS.size())));
    if (random.nextInt(3) == 0) {
      query.append(",runpod-pods,runpod-serverless");
    }
    query.append("&rank_by=").append(random.nextInt(4) == 0 ? "cost_per_token" : "price");
    BigDecimal hours = hours(random);
    BigDecimal starts = BigDecimal.valueOf(random.nextInt(200), random.nextInt(3));
    BigDecimal startup = BigDecimal.valueOf(random.nextInt(4) == 0 ? random.nextInt(300) : 0);
    BigDecimal idle = BigDecimal.valueOf(random.nextInt(4) == 0 ? random.nextInt(300) : 0);
    query.append("&hours_per_month=").append(hours.toPlainString());
    query.append("&starts_per_hour=").append(starts.toPlainString());
    query.append("&startup_seconds=").append(startup).append("&idle_seconds=").append(idle);
    query.append(current(random));
    BigDecimal budget =
        BigDecimal.valueOf(random.nextInt(3) == 0 ? 1 + random.nextInt(80_000) : 100_000_000, 2);
    query.append("&budget_per_month=").append(budget.toPlainString());
    return new MoneyQuestion(query.toString(), hours, starts, startup.add(idle), budget);
  }

  private static BigDecimal hours(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.valueOf(730);
      case 1 -> BigDecimal.valueOf(744);
      case 2 -> BigDecimal.valueOf(1 + random.nextInt(74_400), 2);
      default -> BigDecimal.valueOf(1 + random.nextInt(300));
    };
  }

  private static String current(Random random) {
    BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(300), 2);
    List<Offer> offers = CATALOG.offers().all();
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> "&current_price_per_hour=" + price;
      case 2 -> "&current=L4&current_price_per_hour=" + price;
      case 3 -> "&current=AMPERE_24&current_price_per_hour=" + price;
      default -> "&current=" + offers.get(random.nextInt(offers.size())).id();
    };
  }
}
