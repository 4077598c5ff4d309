package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is billed only while it works, against what runs all month: which of them is cheaper depends
 * on how much there is to do.
 *
 * @param scalesToZero is billed while it works, and for its starts
 * @param alwaysOn is billed for all hours of a month
 * @param hoursPerMonth of work at which both cost the same, to one decimal; above the hours of a
 *     month the former costs less however much there is to do
 */
public record BreakEven(Side scalesToZero, Side alwaysOn, BigDecimal hoursPerMonth) {

  /**
   * One of the two.
   *
   * @param offer empty where only a card or a price is known
   * @param gpus empty where only a price is known
   */
  public record Side(Message label, Optional<Offer> offer, Optional<Integer> gpus, Bill bill) {

    static Side of(Assessment assessment) {
      Worker worker = assessment.worker();
      Message label = Msg.Current.named(worker.label());
      return new Side(
          label, Optional.of(worker.offer()), Optional.of(worker.gpus()), assessment.bill());
    }

    static Side of(Current current, Usage usage) {
      return new Side(
          current.label(),
          current.offer(),
          current.rented().map(Rented::gpus),
          current.bill(usage));
    }

    public BigDecimal usdPerHour() {
      return bill.usdPerHour();
    }

    public BigDecimal billedHoursPerMonth() {
      return bill.billedHours();
    }

    /** For the hours of work that the question names. */
    public BigDecimal usdPerMonth() {
      return bill.usdPerMonth();
    }
  }

  /**
   * The recommended offer against what runs now, or else against the cheapest eligible one of the
   * other kind; empty where both are of one kind.
   */
  static Optional<BreakEven> of(
      Question question, Assessment recommended, List<Assessment> assessments) {
    Side pick = Side.of(recommended);
    Optional<Side> other =
        question
            .current()
            .map(now -> Side.of(now, question.constraints().usage()))
            .or(() -> cheapestOther(recommended, assessments));
    return other
        .filter(rival -> rival.bill().scalesToZero() != pick.bill().scalesToZero())
        .map(rival -> pick.bill().scalesToZero() ? between(pick, rival) : between(rival, pick));
  }

  private static Optional<Side> cheapestOther(
      Assessment recommended, List<Assessment> assessments) {
    return assessments.stream()
        .filter(each -> each.quantization().equals(recommended.quantization()))
        .filter(Assessment::isEligible)
        .filter(each -> each.bill().scalesToZero() != recommended.bill().scalesToZero())
        .min(Comparator.comparing(Assessment::bill))
        .map(Side::of);
  }

  private static BreakEven between(Side scaling, Side running) {
    return new BreakEven(scaling, running, scaling.bill().hoursToCost(running.bill()));
  }

  /** The whole of it in two sentences. */
  public Message text() {
    BigDecimal all = alwaysOn.billedHoursPerMonth().stripTrailingZeros();
    Message running = alwaysOn.label();
    Message scaling = scalesToZero.label();
    return hoursPerMonth.compareTo(all) >= 0
        ? Msg.BreakEven.always(all, counted(), alwaysOn.usdPerMonth(), running, scaling)
        : Msg.BreakEven.hours(
            all, counted(), hoursPerMonth, alwaysOn.usdPerMonth(), running, scaling);
  }

  private Message counted() {
    Usage usage = scalesToZero.bill().usage();
    return usage.secondsPerStart().signum() == 0
        ? Msg.BreakEven.withoutStarts()
        : Msg.BreakEven.withStarts(usage.secondsPerStart(), usage.startsPerHour());
  }
}
