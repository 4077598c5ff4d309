package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Saving;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.speed.SpeedEstimate.Range;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a recommendation has to say, in the words that all views share. */
public final class Wording {

  private static final int DECIMALS_OF_AN_HOUR = 4;
  private static final int CENTS = 2;

  private Wording() {}

  /** Where prices come from and how old they are. */
  public static Message source(PriceList list, LocalDate today) {
    if (list.isSeenAgain()) {
      long days = list.daysSinceSeen(today);
      return Msg.Answer.sourceRange(list.lastSeen(), days, list.asOf(), list.name(), list.source());
    }
    return list.isDateVerified()
        ? Msg.Answer.source(list.asOf(), list.ageInDays(today), list.name(), list.source())
        : Msg.Answer.sourceAbout(list.asOf(), list.ageInDays(today), list.name(), list.source());
  }

  /** The same of several lists. */
  public static List<Message> sources(List<PriceList> lists, LocalDate today) {
    return lists.stream().map(list -> source(list, today)).toList();
  }

  /** {@code 8bit (gptq-int8)}: what was asked for, and what that means here. */
  public static String format(QuantizationChoice quantization) {
    String id = quantization.format().id();
    return quantization.asked().equals(id) ? id : quantization.asked() + " (" + id + ")";
  }

  public static Message perHour(Price price) {
    return Msg.Price.hour(shortened(price.perHour()));
  }

  /** The same in a column of such prices. */
  public static Message hour(Price price) {
    return amount(shortened(price.perHour()));
  }

  /** The same where the head of the column says that they are dollars. */
  public static Message hourFigure(Price price) {
    return number(price.perHour());
  }

  /** Dollars as a figure, with every decimal that counts and no fewer than cents. */
  public static Message number(BigDecimal usd) {
    BigDecimal shortened = shortened(usd);
    int decimals = Math.max(shortened.stripTrailingZeros().scale(), CENTS);
    return Msg.Amount.number(shortened.setScale(decimals));
  }

  /** A month of it in a column of such prices. */
  public static Message month(Bill bill) {
    return amount(Price.cents(bill.usdPerMonth()));
  }

  /** What a bill is for, a month or a run, in a column of such prices. */
  public static Message cost(Bill bill) {
    return amount(Price.cents(bill.amount()));
  }

  /** A price per hour may have nine decimals; the API answers them all. */
  static BigDecimal shortened(BigDecimal usd) {
    return usd.setScale(Math.min(usd.scale(), DECIMALS_OF_AN_HOUR), RoundingMode.HALF_UP);
  }

  /** What is rented: several where a load takes several. */
  public static String workers(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> assessment.worker().label(plan.replicas()))
        .orElseGet(() -> assessment.worker().label());
  }

  /** Of all that is rented, while it runs. */
  public static Message perHour(Assessment assessment) {
    return perHour(new Price(assessment.bill().usdPerHour()));
  }

  /** What a load costs is for whatever hours that takes. */
  public static Message perMonth(Assessment assessment) {
    return assessment.plan().isPresent()
        ? Msg.Price.month(Price.cents(assessment.bill().usdPerMonth()))
        : perMonth(assessment.bill());
  }

  /** Or for the run, where that ends long before a month does. */
  public static Message perMonth(Bill bill) {
    return bill.usdPerRun()
        .map(usd -> Msg.Price.run(Price.cents(usd)))
        .orElseGet(() -> perMonth(bill.usdPerMonth(), hours(bill)));
  }

  /** What moving saves, or costs more, in a month, without a sign. */
  public static Message perMonth(Migration migration) {
    return perMonth(migration.usdPerMonth().abs(), hours(migration.saving().to()));
  }

  /** A month is the usual one unless the caller said how many hours of work theirs has. */
  private static Message perMonth(BigDecimal usdPerMonth, BigDecimal hours) {
    return hours.compareTo(Usage.HOURS_OF_A_MONTH) == 0
        ? Msg.Price.month(Price.cents(usdPerMonth))
        : Msg.Price.monthOf(hours.stripTrailingZeros(), Price.cents(usdPerMonth));
  }

  /** Hours that a month is said to have: those of work, or all that are billed without it. */
  public static BigDecimal hours(Bill bill) {
    return bill.scalesToZero() ? bill.usage().hoursPerMonth() : bill.billedHours();
  }

  /** What moving saves, or costs more, where the two bills are not for the same hours. */
  public static Message bills(Migration migration) {
    Saving saving = migration.saving();
    BigDecimal usd = Price.cents(saving.usd().abs());
    return saving.isOfRun()
        ? Msg.Saving.runs(
            Price.cents(saving.from().amount()), usd, Price.cents(saving.to().amount()))
        : Msg.Saving.bills(
            usd, Price.cents(saving.from().usdPerMonth()), Price.cents(saving.to().usdPerMonth()));
  }

  /** Against the best of its format; none for an offer that does not fit. */
  public static Message difference(Assessment assessment) {
    return assessment.fitting().fit() == Fit.NO
        ? Msg.Difference.same()
        : priceDifference(assessment);
  }

  /** The same, whether it fits or not. */
  public static Message priceDifference(Assessment assessment) {
    return assessment.differencePercent().map(Wording::difference).orElse(Msg.Difference.same());
  }

  /** A price difference with its sign; nothing where there is none. */
  public static Message difference(BigDecimal percent) {
    return switch (percent.signum()) {
      case 0 -> Msg.Difference.same();
      case 1 -> Msg.Difference.more(percent);
      default -> Msg.Difference.less(percent.negate());
    };
  }

  /**
   * How fast, and what a million tokens cost then; empty where no speed is estimated. Of workers
   * that carry a load it is said how fast they are at that load, and what a token costs there: what
   * one sequence alone would take is another figure.
   */
  public static Optional<Message> speed(Assessment assessment) {
    if (assessment.plan().flatMap(Plan::state).isPresent()) {
      return Optional.empty();
    }
    return assessment
        .speed()
        .map(speed -> speed(assessment.bill(), speed))
        .or(() -> assessment.learning().map(speed -> RunStory.of(assessment, speed)));
  }

  private static Message speed(Bill bill, SpeedEstimate speed) {
    BigDecimal low = tokens(speed.perSecond().low());
    BigDecimal high = tokens(speed.perSecond().high());
    Range total = speed.totalPerSecond();
    Message least = amount(bill.perMillionTokens(total.high()));
    if (low.equals(high)) {
      return Msg.Speed.one(least, low);
    }
    return Msg.Speed.range(high, least, low, amount(bill.perMillionTokens(total.low())));
  }

  /** Dollars and nothing else, as they stand in a table. */
  public static Message amount(BigDecimal usd) {
    return Msg.Amount.usd(usd);
  }

  public static Message gib(long bytes) {
    return Msg.Amount.gib(bytes);
  }

  public static Message count(long count) {
    return Msg.Amount.count(count);
  }

  public static Message percent(BigDecimal percent) {
    return Msg.Amount.percent(percent);
  }

  private static BigDecimal tokens(double perSecond) {
    return BigDecimal.valueOf(perSecond).setScale(1, RoundingMode.HALF_UP);
  }
}
