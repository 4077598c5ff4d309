package dev.gpuadvisor.catalog;

/**
 * How fast the prices of a list move, as dated sources showed from October 2025 to November 2026
 * (docs/catalogue.md): hyperscalers change a price on demand in years, serverless lists in half a
 * year, GPU clouds within a month, markets every day.
 */
public enum PriceKind {
  HYPERSCALER(180),
  SERVERLESS(90),
  GPU_CLOUD(30),
  MARKETPLACE(1);

  /** Spot prices of hyperscalers, too, are valid for a month at most. */
  private static final int SPOT_DAYS = 30;

  private final int days;

  PriceKind(int days) {
    this.days = days;
  }

  /** For how many days a price of that market is taken as it was seen. */
  public int ageLimitDays(Market market) {
    return market == Market.SPOT ? Math.min(days, SPOT_DAYS) : days;
  }
}
