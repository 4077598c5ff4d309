package dev.gpuadvisor.advice;

import java.math.BigDecimal;

/**
 * What moving from what runs now to the recommended offer saves; negative where it costs more.
 *
 * @param percent of the present price, to one decimal
 */
public record Migration(
    Question.Current from,
    Assessment to,
    BigDecimal percent,
    BigDecimal usdPerHour,
    BigDecimal usdPerDay,
    BigDecimal usdPerMonth) {

  private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

  static Migration of(Question.Current from, Assessment to, BigDecimal hoursPerMonth) {
    BigDecimal perHour = from.usdPerHour().subtract(to.price().perHour());
    return new Migration(
        from,
        to,
        Price.percentOf(perHour, from.usdPerHour()),
        perHour,
        perHour.multiply(HOURS_PER_DAY),
        perHour.multiply(hoursPerMonth));
  }
}
