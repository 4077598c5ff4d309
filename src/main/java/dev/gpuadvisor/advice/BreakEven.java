package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is billed only while it works, against what runs all month: which of them is cheaper depends
 * on how much there is to do.
 *
 * @param scalesToZero is billed while it works, and for its starts
 * @param alwaysOn is billed for all hours of a month
 * @param hoursPerMonth of work at which both cost the same, to one decimal; above the hours of a
 *     month the former costs less however much there is to do
 * @param load where one is given
 * @param requestsPerSecond of a load, on average, at which both cost the same; empty where the
 *     former always costs less, or there is no load
 */
public record BreakEven(
    Side scalesToZero,
    Side alwaysOn,
    BigDecimal hoursPerMonth,
    Optional<Load> load,
    OptionalDouble requestsPerSecond) {

  private static final double SECONDS_PER_HOUR = 3600;
  private static final double HOURS_PER_DAY = 24;

  /**
   * One of the two.
   *
   * @param offer empty where only a card or a price is known
   * @param gpus empty where only a price is known
   * @param plan by which it carries a load
   */
  public record Side(
      Message label,
      Optional<Offer> offer,
      Optional<Integer> gpus,
      Bill bill,
      Optional<Plan> plan) {

    static Side of(Assessment assessment) {
      Worker worker = assessment.worker();
      Message label = Msg.Current.named(worker.label());
      return new Side(
          label,
          Optional.of(worker.offer()),
          Optional.of(worker.gpus()),
          assessment.bill(),
          assessment.plan());
    }

    static Side of(Current current, Usage usage) {
      return new Side(
          current.label(),
          current.offer(),
          current.rented().map(Rented::gpus),
          current.bill(usage),
          Optional.empty());
    }

    private Bill billAt(double rate) {
      return plan.map(load -> load.billAt(rate)).orElse(bill);
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
   * other kind; empty where both are of one kind, and of a run: that ends by itself.
   */
  static Optional<BreakEven> of(
      Question question, Assessment recommended, List<Assessment> eligible) {
    Side pick = Side.of(recommended);
    Optional<Side> other =
        question
            .current()
            .map(now -> Side.of(now, question.constraints().usage()))
            .or(() -> cheapestOther(recommended, eligible));
    return other
        .filter(rival -> pick.bill().usdPerRun().isEmpty())
        .filter(rival -> pick.bill().kept() + rival.bill().kept() == 0)
        .filter(rival -> rival.bill().scalesToZero() != pick.bill().scalesToZero())
        .filter(rival -> !rival.bill().isFree() && !pick.bill().isFree())
        .map(rival -> pick.bill().scalesToZero() ? between(pick, rival) : between(rival, pick));
  }

  private static Optional<Side> cheapestOther(Assessment recommended, List<Assessment> eligible) {
    boolean scales = recommended.bill().scalesToZero();
    return eligible.stream()
        .filter(each -> each.bill().scalesToZero() != scales)
        .filter(each -> each.quantization().equals(recommended.quantization()))
        .min(Comparator.comparing(Assessment::bill))
        .map(Side::of);
  }

  private static BreakEven between(Side scaling, Side running) {
    Optional<Plan> plan = scaling.plan();
    return new BreakEven(
        scaling,
        running,
        scaling.bill().hoursToCost(running.bill()),
        plan.map(Plan::load),
        plan.map(each -> each.firstRate(rate -> costsMore(scaling, running, rate)))
            .orElseGet(OptionalDouble::empty));
  }

  private static boolean costsMore(Side one, Side other, double rate) {
    return one.billAt(rate).compareTo(other.billAt(rate)) >= 0;
  }

  /** Requests of a day at which both cost the same; empty where there is no such number. */
  public Optional<BigDecimal> requestsPerDay() {
    if (load.isEmpty() || requestsPerSecond.isEmpty()) {
      return Optional.empty();
    }
    double hours = load.get().hoursPerMonth().doubleValue();
    double month = requestsPerSecond.getAsDouble() * SECONDS_PER_HOUR * hours;
    double day = month / Usage.HOURS_OF_A_MONTH.doubleValue() * HOURS_PER_DAY;
    return Optional.of(BigDecimal.valueOf(day).setScale(0, RoundingMode.HALF_UP));
  }

  /** The whole of it in two sentences. */
  public Message text() {
    BigDecimal all = alwaysOn.billedHoursPerMonth().stripTrailingZeros();
    Message running = alwaysOn.label();
    Message scaling = scalesToZero.label();
    if (load.isPresent()) {
      return requestsPerDay()
          .map(requests -> Msg.BreakEven.requests(requests, running, scaling))
          .orElseGet(() -> Msg.BreakEven.alwaysRequests(running, scaling));
    }
    BigDecimal month = Price.cents(alwaysOn.usdPerMonth());
    return hoursPerMonth.compareTo(all) >= 0
        ? Msg.BreakEven.always(all, counted(), month, running, scaling)
        : Msg.BreakEven.hours(all, counted(), hoursPerMonth, month, running, scaling);
  }

  private Message counted() {
    Usage usage = scalesToZero.bill().usage();
    return usage.secondsPerStart().signum() == 0
        ? Msg.BreakEven.withoutStarts()
        : Msg.BreakEven.withStarts(usage.secondsPerStart(), usage.startsPerHour());
  }
}
