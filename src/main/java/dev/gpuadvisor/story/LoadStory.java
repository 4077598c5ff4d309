package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.LoadReasons;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.RentOrBuy;
import dev.gpuadvisor.advice.Worker;
import dev.gpuadvisor.advice.load.ApiComparison;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.Scaling;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.Bound;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is said of the recommended workers under the load, and of what else could carry it.
 *
 * @param worker what is recommended
 */
public record LoadStory(Worker worker, Plan plan, Recommendation recommendation) {

  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final double SECONDS_PER_DAY = 86_400;

  static Optional<LoadStory> of(Recommendation recommendation) {
    return recommendation
        .picks()
        .recommended()
        .map(pick -> pick.assessment())
        .flatMap(
            pick -> pick.plan().map(plan -> new LoadStory(pick.worker(), plan, recommendation)));
  }

  /** How many of which, how full they get, and by what. */
  public Message workers() {
    return workers(plan.worker(), plan.replicas(), worker.label(plan.replicas()));
  }

  static Message workers(WorkerLoad one, int replicas, String label) {
    BigDecimal load = one.loadPercent(replicas);
    BigDecimal most = digits(one.requestsPerSecond());
    BigDecimal peak = digits(one.load().peakPerSecond());
    return one.binds()
        .map(bound -> Msg.Load.workersBound(bound(bound), load, most, peak, label))
        .orElseGet(() -> Msg.Load.workers(load, most, peak, label));
  }

  /** What keeps a worker from carrying more. */
  public static Message bound(Bound bound) {
    return switch (bound) {
      case CACHE -> Msg.Load.boundCache();
      case SEQUENCES -> Msg.Load.boundSequences();
      case COMPUTE -> Msg.Load.boundCompute();
      case BANDWIDTH -> Msg.Load.boundBandwidth();
      case LATENCY -> Msg.Load.boundLatency();
    };
  }

  /** How long users wait; empty where only the caller's measurement is known. */
  public Optional<Message> latency() {
    return plan.state().map(LoadStory::latency);
  }

  static Message latency(SteadyState state) {
    return Msg.Load.latency(
        digits(state.firstTokenSeconds().p50()),
        digits(state.firstTokenSeconds().p95()),
        LoadReasons.millis(state.secondsPerToken().p50()),
        LoadReasons.millis(state.secondsPerToken().p95()));
  }

  /** What tokens cost then; empty where their number is not known. */
  public Optional<Message> perToken() {
    return plan.load().measured().isPresent()
        ? Optional.empty()
        : Optional.of(
            Msg.Load.perToken(
                cents(plan.usdPerMillionInputTokens()), cents(plan.usdPerMillionOutputTokens())));
  }

  /** The ways to run what can be stopped, side by side. */
  public Optional<Message> scaling() {
    return plan.scaling().map(LoadStory::scaling);
  }

  private static Message scaling(Scaling scaling) {
    BigDecimal always = month(scaling.alwaysOn());
    BigDecimal hours = scaling.workingHours().setScale(1, RoundingMode.HALF_UP);
    BigDecimal starts = scaling.startsPerMonth().setScale(0, RoundingMode.HALF_UP);
    BigDecimal zero = month(scaling.toZero());
    return scaling
        .mixed()
        .map(mixed -> Msg.Load.scalingMixed(always, hours, month(mixed), starts, zero))
        .orElseGet(() -> Msg.Load.scaling(always, hours, starts, zero));
  }

  /** A month at an API, where the caller said what it charges. */
  public Optional<Message> api() {
    return recommendation.api().map(api -> Msg.Load.joined(apiFrom(api.breakEven()), api(api)));
  }

  private static Message api(ApiComparison api) {
    BigDecimal usd = cents(api.usdPerMonth());
    BigDecimal saved = cents(api.usdSaved().abs());
    return api.saves()
        ? Msg.Load.apiSaves(api.percent(), saved, usd)
        : Msg.Load.apiCostsLess(api.percent(), saved, usd);
  }

  /**
   * From which load on renting costs less than an API.
   *
   * @param rate 0 where it always does, empty where it never does
   */
  public static Message apiFrom(OptionalDouble rate) {
    if (rate.isEmpty()) {
      return Msg.Load.apiNever();
    }
    return rate.getAsDouble() == 0
        ? Msg.Load.apiAlways()
        : Msg.Load.apiFrom(perDay(rate.getAsDouble()), digits(rate.getAsDouble()));
  }

  /** Hardware of the caller's own against what can be rented. */
  public Optional<Message> rentOrBuy() {
    return recommendation.rentOrBuy().map(LoadStory::rentOrBuy);
  }

  private static Message rentOrBuy(RentOrBuy both) {
    Message months =
        Msg.Load.own(
            Wording.workers(both.own()),
            month(both.own().bill()),
            Wording.workers(both.rented()),
            month(both.rented().bill()));
    return both.own().plan().isEmpty()
        ? months
        : Msg.Load.joined(ownFrom(both.breakEven()), months);
  }

  /** The same of hardware of the caller's own. */
  public static Message ownFrom(OptionalDouble rate) {
    if (rate.isEmpty()) {
      return Msg.Load.ownNever();
    }
    return rate.getAsDouble() == 0
        ? Msg.Load.ownAlways()
        : Msg.Load.ownFrom(perDay(rate.getAsDouble()), digits(rate.getAsDouble()));
  }

  /** All of it, in the order in which people ask. */
  public List<Message> sentences() {
    List<Message> sentences = new ArrayList<>();
    sentences.add(workers());
    latency().ifPresent(sentences::add);
    perToken().ifPresent(sentences::add);
    scaling().ifPresent(sentences::add);
    api().ifPresent(sentences::add);
    rentOrBuy().ifPresent(sentences::add);
    return sentences;
  }

  /** The average load, for what a form or a table calls it. */
  public static Message rate(Load load) {
    return Msg.Load.rate(
        (long) load.requests().inputTokens(),
        (long) load.requests().generatedTokens(),
        digits(load.requestsPerSecond()));
  }

  private static BigDecimal month(Bill bill) {
    return Price.cents(bill.usdPerMonth());
  }

  private static BigDecimal cents(BigDecimal usd) {
    return Price.cents(usd);
  }

  static BigDecimal perDay(double rate) {
    return whole(digits(rate * SECONDS_PER_DAY));
  }

  /** As exact as an estimate is. */
  public static BigDecimal digits(double number) {
    return whole(BigDecimal.valueOf(number).round(THREE_DIGITS).stripTrailingZeros());
  }

  private static BigDecimal whole(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
