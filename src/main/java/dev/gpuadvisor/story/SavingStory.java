package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Change;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;

/** What moving from what runs now to the recommended offer saves, or costs. */
public record SavingStory(Migration migration) {

  public boolean saves() {
    return migration.saves();
  }

  /** From what to what, and by how many percent, without a full stop. */
  public Message sentence() {
    Message from = migration.from().label();
    String to = Wording.workers(migration.to());
    if (isFromNothing() && !saves()) {
      return Msg.Saving.fromNothing(from, to);
    }
    BigDecimal percent = migration.percent().abs();
    BigDecimal hour = Wording.shortened(migration.from().usdPerHour());
    return saves()
        ? Msg.Saving.saves(from, percent, hour, to)
        : Msg.Saving.costsMore(from, percent, hour, to);
  }

  /** Whether what runs now costs nothing, as what somebody owns: of that there is no percentage. */
  public boolean isFromNothing() {
    return migration.from().usdPerHour().signum() == 0;
  }

  /**
   * Whether an hour and a day tell the same as the month: both are billed for the same hours. If
   * not, only the two bills of a month can be compared.
   */
  public boolean isTheSameEveryHour() {
    return migration.saving().isTheSameEveryHour();
  }

  /** For an hour, a day and a month, or of the two bills: all positive. */
  public Message amounts() {
    return isTheSameEveryHour()
        ? Msg.Saving.amounts(perDay(), perHour(), Wording.perMonth(migration))
        : Wording.bills(migration);
  }

  /** Both in one sentence. */
  public Message whole() {
    return Msg.Saving.whole(amounts(), sentence());
  }

  /** USD as prices of an hour are told, positive whether it is saved or paid more. */
  public BigDecimal perHour() {
    return Wording.shortened(migration.usdPerHour().abs());
  }

  /** USD likewise, positive. */
  public BigDecimal perDay() {
    return Wording.shortened(migration.usdPerDay().abs());
  }

  /** USD to the cent, positive, of the run or else of a month. */
  public BigDecimal usd() {
    return Price.cents(migration.usd().abs());
  }

  /** Whether what is compared is a run that ends by itself. */
  public boolean isOfRun() {
    return migration.saving().isOfRun();
  }

  /** Of a month, as far as it is said. */
  public BigDecimal hours() {
    return Wording.hours(migration.saving().to());
  }

  /** The bill now, of the run or else of a month. */
  public Message billNow() {
    return bill(migration.saving().from());
  }

  /** The same then. */
  public Message billThen() {
    return bill(migration.saving().to());
  }

  private Message bill(Bill bill) {
    return isOfRun() ? Wording.cost(bill) : Wording.month(bill);
  }

  /** What else is different there. */
  public List<Message> changes() {
    return migration.changes().stream().map(Change::text).toList();
  }
}
