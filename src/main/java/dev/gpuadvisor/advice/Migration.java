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

  public boolean saves() {
    return usdPerHour.signum() >= 0;
  }

  static Migration of(Current from, Assessment to, Question question) {
    BigDecimal perHour = from.savedPerHour(to.price());
    return new Migration(
        from,
        to,
        from.savedPercent(to.price()),
        perHour,
        perHour.multiply(HOURS_PER_DAY),
        perHour.multiply(question.constraints().hoursPerMonth()),
        Changes.of(from, to, question.task()));
  }
}
