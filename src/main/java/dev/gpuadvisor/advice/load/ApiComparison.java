package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.money.ApiPrice;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Percent;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A month of the load at an API, against the workers that carry it.
 *
 * @param usdPerMonth at the API
 * @param bill of the workers
 * @param breakEven requests per second, on average, from which on the workers cost no more; 0 where
 *     they never cost more, empty where they always do
 */
public record ApiComparison(BigDecimal usdPerMonth, Bill bill, OptionalDouble breakEven) {

  public static ApiComparison of(Plan plan, ApiPrice price) {
    Load load = plan.load();
    double all = plan.worker().usable() * load.minReplicas() / load.peakFactor().doubleValue();
    OptionalDouble breakEven =
        Crossing.from(
            all,
            rate ->
                load.at(rate).usdPerMonth(price).compareTo(plan.billAt(rate).usdPerMonth()) >= 0);
    return new ApiComparison(load.usdPerMonth(price), plan.bill(), breakEven);
  }

  /** Whether the workers cost no more. */
  public boolean saves() {
    return usdSaved().signum() >= 0;
  }

  /** By the workers in a month; negative where the API costs less. */
  public BigDecimal usdSaved() {
    return usdPerMonth.subtract(bill.usdPerMonth());
  }

  /** Of what costs more, to one decimal: never negative. */
  public BigDecimal percent() {
    return saves()
        ? Percent.of(usdSaved(), usdPerMonth)
        : Percent.of(usdSaved().negate(), bill.usdPerMonth());
  }
}
