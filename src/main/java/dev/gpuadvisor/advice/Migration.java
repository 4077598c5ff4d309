package dev.gpuadvisor.advice;

import java.math.BigDecimal;
import java.util.List;

/**
 * What moving from what runs now to the recommended offer saves; negative where it costs more.
 *
 * @param percent of the present price, to one decimal
 * @param changes what else is different, or stays: provider, billing, memory, bandwidth, speed
 */
public record Migration(
    Current from,
    Assessment to,
    BigDecimal percent,
    BigDecimal usdPerHour,
    BigDecimal usdPerDay,
    BigDecimal usdPerMonth,
    List<Note> changes) {

  private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

  static Migration of(Current from, Assessment to, Question question) {
    BigDecimal perHour = from.usdPerHour().subtract(to.price().perHour());
    return new Migration(
        from,
        to,
        Price.percentOf(perHour, from.usdPerHour()),
        perHour,
        perHour.multiply(HOURS_PER_DAY),
        perHour.multiply(question.constraints().hoursPerMonth()),
        Changes.of(from, to, question.workload()));
  }
}
