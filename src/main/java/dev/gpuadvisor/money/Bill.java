package dev.gpuadvisor.money;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a month costs, and for which hours. The one place that knows.
 *
 * <p>What runs until somebody stops it is billed for the whole month, however little it works. What
 * scales to zero is billed for its work and, at each start, for loading and idling; a provider that
 * charges by the minute or by the hour rounds each of these runs up.
 *
 * <p>Bills are compared by what the month costs, or the run where they are for one. Amounts are
 * exact, but where starts make hours that do not end: those are rounded to six decimals.
 *
 * <p>No record, since a bill is compared with many others: what its month costs is worked out once.
 */
public final class Bill implements Comparable<Bill> {

  /** Far above what a double rounds off. */
  private static final double ROUGHNESS = 1e-12;

  private final Price price;
  private final Optional<Terms> terms;
  private final Usage usage;
  private final int replicas;
  private final int kept;
  private final Optional<BigDecimal> hoursOfRun;
  private BigDecimal month;
  private double rough = Double.NaN;

  private Bill(
      Price price,
      Optional<Terms> terms,
      Usage usage,
      int replicas,
      int kept,
      Optional<BigDecimal> hoursOfRun) {
    if (replicas < 1 || kept < 0 || kept > replicas) {
      throw new IllegalArgumentException("kept: " + kept + " of " + replicas);
    }
    this.price = price;
    this.terms = terms;
    this.usage = usage;
    this.replicas = replicas;
    this.kept = kept;
    this.hoursOfRun = hoursOfRun;
  }

  /**
   * Of a month.
   *
   * @param price of one replica
   * @param terms what time is billed; empty where nobody says, as of what runs somewhere: then
   *     nothing says that it ever stops
   * @param usage what each replica has to do
   * @param replicas workers that are rented alike, at least 1
   * @param kept how many of them are kept running although they could stop; 0 where none can
   */
  public Bill(Price price, Optional<Terms> terms, Usage usage, int replicas, int kept) {
    this(price, terms, usage, replicas, kept, Optional.empty());
  }

  /** One replica, under the terms of a price list. */
  public static Bill of(Price price, Terms terms, Usage usage) {
    return new Bill(price, Optional.of(terms), usage, 1, 0);
  }

  /** One unit of an offer. */
  public static Bill of(Offer offer, Usage usage) {
    return of(Price.of(offer), offer.terms(), usage);
  }

  /** One replica of which only the price is known. */
  public static Bill untilStopped(Price price, Usage usage) {
    return new Bill(price, Optional.empty(), usage, 1, 0);
  }

  /** The same for so many workers, each with as much to do. */
  public Bill withReplicas(int others) {
    return new Bill(price, terms, usage, others, 0);
  }

  /** The same where some of the workers are never stopped; the usage is that of each other one. */
  public Bill keeping(int running) {
    return new Bill(price, terms, usage, replicas, scalesToZero() ? running : 0);
  }

  /** Of a run of so many hours, whatever else the month has. */
  public Bill forRun(BigDecimal hours) {
    return new Bill(price, terms, usage, replicas, kept, Optional.of(hours));
  }

  public Price price() {
    return price;
  }

  public Optional<Terms> terms() {
    return terms;
  }

  public Usage usage() {
    return usage;
  }

  public int replicas() {
    return replicas;
  }

  public int kept() {
    return kept;
  }

  /** Where it is for one run that ends by itself, and not for a month. */
  public Optional<BigDecimal> hoursOfRun() {
    return hoursOfRun;
  }

  private BilledTime time() {
    return new BilledTime(terms, usage);
  }

  /** What the run costs: its hours in steps of what is charged, and no less than the minimum. */
  public Optional<BigDecimal> usdPerRun() {
    return hoursOfRun.map(hours -> usdPerHour().multiply(time().hoursOfRun(hours)));
  }

  /** What it is for: the run, or a month. */
  public BigDecimal amount() {
    return hoursOfRun.isEmpty() ? usdPerMonth() : usdPerRun().orElseThrow();
  }

  /** Whether idle hours cost nothing. */
  public boolean scalesToZero() {
    return terms.isPresent() && terms.get().scalesToZero();
  }

  /** Of all replicas, while they run. */
  public BigDecimal usdPerSecond() {
    return price.perSecond().multiply(BigDecimal.valueOf(replicas));
  }

  /** Of all replicas, while they run. */
  public BigDecimal usdPerHour() {
    return replicas == 1 ? price.perHour() : price.perHour().multiply(BigDecimal.valueOf(replicas));
  }

  /** Whether it costs nothing, as what somebody owns may: nothing is a percentage of that. */
  public boolean isFree() {
    return usdPerHour().signum() == 0;
  }

  /** Hours of a month that one replica is billed for; of one that is not kept, where there is. */
  public BigDecimal billedHours() {
    return scalesToZero() && kept < replicas
        ? time().withStarts(usage.hoursPerMonth())
        : time().hoursOfTheMonth();
  }

  /** Of all replicas, in dollars. */
  public BigDecimal usdPerMonth() {
    if (month == null) {
      month = monthly();
    }
    return month;
  }

  private BigDecimal monthly() {
    BilledTime time = time();
    if (!scalesToZero()) {
      return time.allMonth(usdPerHour());
    }
    if (kept == 0) {
      return time.withStarts(usdPerHour().multiply(usage.hoursPerMonth()));
    }
    BigDecimal stopping = price.perHour().multiply(BigDecimal.valueOf(replicas - kept));
    BigDecimal running = price.perHour().multiply(BigDecimal.valueOf(kept));
    return time.withStarts(stopping.multiply(usage.hoursPerMonth()))
        .add(running.multiply(time.hoursOfTheMonth()));
  }

  /**
   * Hours of work in a month at which this, which scales to zero, costs what another does that runs
   * all month; to one decimal.
   */
  public BigDecimal hoursToCost(Bill running) {
    return running
        .usdPerMonth()
        .multiply(BilledTime.SECONDS_PER_HOUR)
        .divide(usdPerHour().multiply(time().billedSecondsPerHour()), 1, RoundingMode.HALF_UP);
  }

  /**
   * What a million tokens cost where a replica makes so many a second while it works. As rough as
   * the speed is: three digits, and no need for decimal arithmetic.
   *
   * @param tokensPerSecond of one replica
   */
  public BigDecimal perMillionTokens(double tokensPerSecond) {
    double usd = usdPerToken(tokensPerSecond) * 1e6;
    if (usd == 0) {
      return BigDecimal.ZERO;
    }
    int scale = 2 - (int) Math.floor(Math.log10(usd));
    return BigDecimal.valueOf(Math.round(usd * Math.pow(10, scale)), scale);
  }

  /** The same for one token, unrounded: what offers are put in order by. */
  public double usdPerToken(double tokensPerSecond) {
    double billedForAnHourOfWork =
        billedHours().doubleValue() / usage.hoursPerMonth().doubleValue();
    return price.perHour().doubleValue() * billedForAnHourOfWork / 3600 / tokensPerSecond;
  }

  /** How much more this costs than another, in percent to one decimal; negative where less. */
  public BigDecimal percentAbove(Bill other) {
    return Percent.of(amount().subtract(other.amount()), other.amount());
  }

  /** Whether this costs at most so many percent more, from exact amounts. */
  public boolean isAtMostAbove(Bill other, int percent) {
    return Percent.isAtMostAbove(amount(), other.amount(), percent);
  }

  /** Whether both are billed for the same hours, so that comparing prices per hour is enough. */
  public boolean isForTheHoursOf(Bill other) {
    return billedHours().compareTo(other.billedHours()) == 0;
  }

  /** By exact amounts, which are worked with only where rough ones cannot tell. */
  @Override
  public int compareTo(Bill other) {
    double difference = rough() - other.rough();
    return Math.abs(difference) > ROUGHNESS * (rough() + other.rough())
        ? difference < 0 ? -1 : 1
        : amount().compareTo(other.amount());
  }

  private double rough() {
    if (Double.isNaN(rough)) {
      rough = amount().doubleValue();
    }
    return rough;
  }
}
