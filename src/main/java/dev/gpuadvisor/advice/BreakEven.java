package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Price;
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
 * @param alwaysOn is billed for all 730 hours of a month
 * @param hoursPerMonth of work at which both cost the same, to one decimal; above 730 the former
 *     costs less however much there is to do
 */
public record BreakEven(Side scalesToZero, Side alwaysOn, BigDecimal hoursPerMonth, Usage usage) {

  /**
   * @param offer empty where only a card or a price is known
   * @param usdPerMonth for the hours of work that the question names
   */
  public record Side(
      Message label,
      Optional<Offer> offer,
      BigDecimal usdPerHour,
      BigDecimal billedHoursPerMonth,
      BigDecimal usdPerMonth) {}

  /** One of the two, before it is clear which. */
  private record Rival(Message label, Optional<Offer> offer, BigDecimal usdPerHour) {

    static Rival of(Assessment assessment) {
      Message label = Msg.Current.named(assessment.worker().label());
      return new Rival(label, Optional.of(assessment.offer()), assessment.price().perHour());
    }

    /** Of what is known by its card or its price alone, nothing says that it ever stops. */
    boolean scalesToZero() {
      return offer.filter(each -> each.terms().scalesToZero()).isPresent();
    }

    Side side(BigDecimal hours, BigDecimal usdPerMonth) {
      return new Side(label, offer, usdPerHour, hours, usdPerMonth);
    }
  }

  /**
   * The recommended offer against what runs now, or else against the cheapest eligible one of the
   * other kind; empty where both are of one kind.
   */
  static Optional<BreakEven> of(
      Question question, Assessment recommended, List<Assessment> assessments) {
    Rival pick = Rival.of(recommended);
    Optional<Rival> other =
        question
            .current()
            .map(now -> new Rival(now.label(), now.offer(), now.usdPerHour()))
            .or(() -> cheapestOther(pick, recommended, assessments));
    return other
        .filter(rival -> rival.scalesToZero() != pick.scalesToZero())
        .map(
            rival ->
                pick.scalesToZero()
                    ? between(pick, rival, question.constraints().usage())
                    : between(rival, pick, question.constraints().usage()));
  }

  private static Optional<Rival> cheapestOther(
      Rival pick, Assessment recommended, List<Assessment> assessments) {
    return assessments.stream()
        .filter(each -> each.quantization().equals(recommended.quantization()))
        .filter(Assessment::isEligible)
        .filter(each -> each.offer().terms().scalesToZero() != pick.scalesToZero())
        .min(Comparator.comparing(Assessment::price))
        .map(Rival::of);
  }

  private static BreakEven between(Rival scaling, Rival running, Usage usage) {
    BigDecimal month = running.usdPerHour().multiply(Price.HOURS_PER_MONTH);
    return new BreakEven(
        scaling.side(usage.billedHours(), usage.usdPerMonth(scaling.usdPerHour())),
        running.side(Price.HOURS_PER_MONTH, month),
        usage.hoursFor(month, scaling.usdPerHour()),
        usage);
  }

  /** The whole of it in two sentences. */
  public Message text() {
    boolean always = hoursPerMonth.compareTo(Price.HOURS_PER_MONTH) >= 0;
    return always
        ? Msg.BreakEven.always(
            counted(), alwaysOn.usdPerMonth(), alwaysOn.label(), scalesToZero.label())
        : Msg.BreakEven.hours(
            counted(),
            hoursPerMonth,
            alwaysOn.usdPerMonth(),
            alwaysOn.label(),
            scalesToZero.label());
  }

  private Message counted() {
    return usage.secondsPerStart().signum() == 0
        ? Msg.BreakEven.withoutStarts()
        : Msg.BreakEven.withStarts(usage.secondsPerStart(), usage.startsPerHour());
  }
}
