package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.speed.Percentiles;
import dev.gpuadvisor.sizing.speed.SteadyState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * How many workers of one kind a load takes, and what they cost.
 *
 * @param worker what each of them carries, which is something
 * @param replicas so many that at the busiest time none is given more than it may
 * @param bill of a month
 * @param scaling where they could be stopped while nothing is to do
 */
public record Plan(
    WorkerLoad worker,
    Price price,
    Terms terms,
    int replicas,
    Bill bill,
    Optional<Scaling> scaling) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** How many times the load, or what one worker carries, is looked at. */
  private static final double FAR = 8;

  /**
   * @param worker what one carries, which is something
   * @param price of one
   */
  public static Plan of(WorkerLoad worker, Price price, Terms terms) {
    Load load = worker.load();
    int replicas = worker.replicas();
    Bill always =
        Bill.of(price, terms, Usage.of(load.hoursPerMonth()))
            .withReplicas(replicas)
            .keeping(replicas);
    if (!terms.scalesToZero()) {
      return new Plan(worker, price, terms, replicas, always, Optional.empty());
    }
    Scaling scaling = Scaling.of(worker, always, terms);
    return new Plan(worker, price, terms, replicas, scaling.chosen(), Optional.of(scaling));
  }

  public Load load() {
    return worker.load();
  }

  /** Of a month at another rate, with as many workers as that takes. */
  public Bill billAt(double requestsPerSecond) {
    WorkerLoad other =
        new WorkerLoad(
            load().at(requestsPerSecond),
            worker.server(),
            worker.capacity(),
            worker.requestsPerSecond());
    return of(other, price, terms).bill();
  }

  /**
   * From which rate on, on average, one way costs no more than another; 0 where it never costs
   * more, empty where it always does.
   */
  public static OptionalDouble cheaperFrom(Plan one, Plan other) {
    return one.firstRate(rate -> one.billAt(rate).compareTo(other.billAt(rate)) <= 0);
  }

  /**
   * The least rate at which something holds, of those around what the workers carry; 0 where it
   * always does, empty where it never does.
   */
  public OptionalDouble firstRate(DoublePredicate holds) {
    double most = FAR * Math.max(worker.usable(), load().requestsPerSecond());
    return Crossing.from(most, holds);
  }

  /** At the busiest time, share of what the workers carry, in percent to one decimal. */
  public BigDecimal loadPercent() {
    return worker.loadPercent(replicas);
  }

  /** How a worker does at the busiest time; empty where only the caller's measurement is known. */
  public Optional<SteadyState> state() {
    return worker.state(replicas);
  }

  /** Seconds until the first token. */
  public Optional<Percentiles> firstTokenSeconds() {
    return state().map(SteadyState::firstTokenSeconds);
  }

  /** The whole month over what the prompts' tokens count, in millions. */
  public BigDecimal usdPerMillionInputTokens() {
    return perMillion(load().inputTokens());
  }

  /** The whole month over the tokens that are generated. */
  public BigDecimal usdPerMillionOutputTokens() {
    return perMillion(load().generatedTokens());
  }

  /** The whole month over all tokens. */
  public BigDecimal usdPerMillionTokens() {
    return perMillion(load().inputTokens().add(load().generatedTokens()));
  }

  private BigDecimal perMillion(BigDecimal tokens) {
    return bill.usdPerMonth().multiply(MILLION).divide(tokens, 4, RoundingMode.HALF_UP);
  }
}
