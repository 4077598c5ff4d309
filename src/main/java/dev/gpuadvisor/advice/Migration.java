package dev.gpuadvisor.advice;

import dev.gpuadvisor.money.Saving;
import java.math.BigDecimal;
import java.util.List;

/**
 * Moving from what runs now to the recommended offer.
 *
 * @param saving what the bill of the one is below that of the other; negative where it is above
 * @param changes what else is different, or stays: provider, billing, memory, bandwidth, speed
 */
public record Migration(Current from, Assessment to, Saving saving, List<Change> changes) {

  static Migration of(Current from, Assessment to, Question question) {
    Saving saving = new Saving(from.bill(question.constraints().usage()), to.bill());
    return new Migration(from, to, saving, Changes.of(from, to, question));
  }

  /** Whether the run, or else a month, costs no more then. */
  public boolean saves() {
    return saving.saves();
  }

  /** Of the bill now, to one decimal. */
  public BigDecimal percent() {
    return saving.percent();
  }

  /** Of the run, or else of a month. */
  public BigDecimal usd() {
    return saving.usd();
  }

  public BigDecimal usdPerHour() {
    return saving.usdPerHour();
  }

  public BigDecimal usdPerDay() {
    return saving.usdPerDay();
  }

  public BigDecimal usdPerMonth() {
    return saving.usdPerMonth();
  }
}
