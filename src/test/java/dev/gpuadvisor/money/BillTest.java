package dev.gpuadvisor.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {

  private static final Terms SCALES = new Terms(Billing.PER_SECOND, true);
  private static final Terms RUNS = new Terms(Billing.PER_SECOND, false);

  private static Price price(String perHour) {
    return new Price(new BigDecimal(perHour));
  }

  private static Usage usage(String hours, String starts, String startup, String idle) {
    return new Usage(
        new BigDecimal(hours),
        new BigDecimal(starts),
        new BigDecimal(startup),
        new BigDecimal(idle));
  }

  private static Bill scaling(String perHour, String hours) {
    return Bill.of(price(perHour), SCALES, Usage.of(new BigDecimal(hours)));
  }

  private static Bill running(String perHour, String hours) {
    return Bill.of(price(perHour), RUNS, Usage.of(new BigDecimal(hours)));
  }

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount.toPlainString());
  }

  /** Hours of work, what is billed for them, and the dollars at $0.684 an hour. */
  @ParameterizedTest
  @CsvSource({
    "730, true, 730, 499.32",
    "40, true, 40, 27.36",
    "744, true, 744, 508.896",
    "730, false, 730, 499.32",
    "40, false, 730, 499.32",
    "0.01, false, 730, 499.32",
    "744, false, 744, 508.896"
  })
  void whatRunsUntilStoppedIsBilledForTheMonth(
      String hours, boolean scales, String billed, String usd) {
    Bill bill = scales ? scaling("0.684", hours) : running("0.684", hours);
    assertEquals(scales, bill.scalesToZero());
    assertAmount(billed, bill.billedHours());
    assertAmount(usd, bill.usdPerMonth());
  }

  /** Starts are paid for by what scales to zero, and by nothing else. */
  @ParameterizedTest
  @CsvSource({
    "160, 2, 45, 5, 164.444444, 112.48",
    "160, 60, 60, 30, 400, 273.6",
    "100, 2, 60, 30, 105, 71.82",
    "100, 0, 60, 30, 100, 68.4",
    "100, 7, 0, 0, 100, 68.4",
    "10, 0.5, 3600, 0, 15, 10.26"
  })
  void startsAreBilledWithoutWork(
      String hours, String starts, String startup, String idle, String billed, String usd) {
    Usage usage = usage(hours, starts, startup, idle);
    Bill bill = Bill.of(price("0.684"), SCALES, usage);
    assertAmount(billed, bill.billedHours());
    assertAmount(usd, bill.usdPerMonth());
    Bill running = Bill.of(price("0.684"), RUNS, usage);
    assertAmount("730", running.billedHours());
    assertAmount("499.32", running.usdPerMonth());
  }

  /** A run of an hour with 50 seconds of start is 61 minutes, or 2 hours. */
  @ParameterizedTest
  @CsvSource({
    "PER_SECOND, 1, 45, 5, 1.013889",
    "PER_MINUTE, 1, 45, 5, 1.016667",
    "PER_HOUR, 1, 45, 5, 2",
    "PER_MINUTE, 1, 0, 0, 1",
    "PER_HOUR, 1, 0, 0, 1",
    "PER_MINUTE, 2, 60, 60, 1.066667",
    "PER_MINUTE, 7, 0, 0, 1.05",
    "PER_HOUR, 4, 10, 0, 4",
    "PER_HOUR, 0, 10, 10, 1"
  })
  void eachRunIsRoundedUpToTheSmallestStep(
      Billing billing, String starts, String startup, String idle, String billed) {
    Usage usage = usage("1", starts, startup, idle);
    Bill bill = Bill.of(price("1"), new Terms(billing, true), usage);
    assertAmount(billed, bill.billedHours());
    assertAmount(billed, bill.usdPerMonth());
  }

  /** An hour of work in runs of which each is charged for at least so long. */
  @ParameterizedTest
  @CsvSource({
    "PER_SECOND, 60, 120, 0, 2",
    "PER_SECOND, 60, 60, 0, 1",
    "PER_SECOND, 60, 0, 0, 1",
    "PER_SECOND, 0, 300, 50, 1",
    "PER_MINUTE, 60, 150, 0, 2.5",
    "PER_MINUTE, 60, 150, 30, 2.5",
    "PER_MINUTE, 60, 150, 170, 4"
  })
  void eachRunIsChargedForTheMinimum(
      Billing billing, String starts, int minimum, String idle, String billed) {
    Terms terms = new Terms(billing, minimum, true, List.of(), 0);
    Bill bill = Bill.of(price("1"), terms, usage("1", starts, "0", idle));
    assertAmount(billed, bill.billedHours());
  }

  /** Of what is paid by the month an hour is a share without an end; the month comes back whole. */
  @ParameterizedTest
  @CsvSource({"200", "199.99", "1", "5000", "0.01", "333.33"})
  void whatIsPaidByTheMonthIsThatAMonth(BigDecimal usd) {
    BigDecimal hour = usd.divide(BigDecimal.valueOf(730), 12, RoundingMode.HALF_UP);

    assertAmount(usd.toPlainString(), running(hour.toPlainString(), "100").usdPerMonth());
    assertAmount(
        usd.toPlainString(),
        running(hour.stripTrailingZeros().toPlainString(), "100").usdPerMonth());
  }

  @Test
  void nothingSaysThatSomethingUnknownStops() {
    Bill bill = Bill.untilStopped(price("0.43"), usage("160", "2", "45", "5"));
    assertFalse(bill.scalesToZero());
    assertAmount("730", bill.billedHours());
    assertAmount("313.90", bill.usdPerMonth());
  }

  /** Its hours with those of the start; of two dollars each. */
  @Test
  void aRunOfWhichNobodySaysHowTimeIsCharged() {
    Bill run =
        Bill.untilStopped(price("2"), usage("160", "2", "1800", "5")).forRun(new BigDecimal("3"));
    assertAmount("7", run.usdPerRun().orElseThrow());
    assertAmount("7", run.amount());
  }

  @Test
  void whatCostsNothingCostsNothingPerToken() {
    assertAmount("0", running("0", "160").perMillionTokens(30));
  }

  @Test
  void whatIsAllKeptRunsAllMonth() {
    Bill kept = Bill.of(price("1"), SCALES, usage("160", "2", "45", "5")).withReplicas(2);
    assertAmount("730", kept.keeping(2).billedHours());
    assertAmount("1460", kept.keeping(2).usdPerMonth());
    assertAmount(kept.billedHours().toPlainString(), kept.keeping(1).billedHours());
  }

  @Test
  void replicasAreBilledAlike() {
    Bill one = Bill.of(price("0.684"), SCALES, usage("160", "2", "45", "5"));
    Bill three = one.withReplicas(3);
    assertAmount("2.052", three.usdPerHour());
    assertAmount("0.00057", three.usdPerSecond());
    assertAmount("337.44", three.usdPerMonth());
    assertEquals(one.billedHours(), three.billedHours());
    assertEquals(one.perMillionTokens(25), three.perMillionTokens(25));
    assertEquals(one.usdPerMonth(), three.withReplicas(1).usdPerMonth());
    assertThrows(IllegalArgumentException.class, () -> one.withReplicas(0));
  }

  /** 730 x 0.43 / 0.684, and with 63 minutes billed of each hour. */
  @Test
  void atThoseHoursBothCostTheSame() {
    Bill running = running("0.43", "100");
    assertAmount("458.9", scaling("0.684", "100").hoursToCost(running));
    Bill withStarts = Bill.of(price("0.684"), SCALES, usage("100", "2", "60", "30"));
    assertAmount("437.1", withStarts.hoursToCost(running));
    assertAmount("437.1", withStarts.withReplicas(2).hoursToCost(running.withReplicas(2)));
    assertAmount("218.5", withStarts.withReplicas(2).hoursToCost(running));
  }

  @Test
  void billsAreInTheOrderOfTheirMonths() {
    Bill cheapByTheHour = running("0.10", "40");
    Bill cheapByTheMonth = scaling("0.684", "40");
    assertTrue(cheapByTheMonth.compareTo(cheapByTheHour) < 0);
    assertTrue(cheapByTheHour.compareTo(cheapByTheMonth) > 0);
    assertEquals(0, cheapByTheMonth.compareTo(scaling("0.6840", "40")));
    assertFalse(cheapByTheMonth.isForTheHoursOf(cheapByTheHour));
    assertTrue(cheapByTheMonth.isForTheHoursOf(scaling("9", "40.0")));
  }

  /** 27.36 against 73: 62.5 % less; 73 against 27.36: 166.8 % more. */
  @Test
  void percentagesAreOfTheMonth() {
    Bill running = running("0.10", "40");
    Bill scaling = scaling("0.684", "40");
    assertEquals(new BigDecimal("-62.5"), scaling.percentAbove(running));
    assertEquals(new BigDecimal("166.8"), running.percentAbove(scaling));
    assertEquals(new BigDecimal("0.0"), running.percentAbove(running));
  }

  @Test
  void boundsAreNotRounded() {
    Bill other = scaling("3.6", "730");
    assertTrue(scaling("4.5", "730").isAtMostAbove(other, 25));
    assertFalse(scaling("4.500000001", "730").isAtMostAbove(other, 25));
  }

  /** 0.00019 dollars a second at 25 tokens a second: 7.60 for a million. */
  @Test
  void costOfTokensFollowsFromSpeedAndFromTheBill() {
    assertAmount("7.6", scaling("0.684", "730").perMillionTokens(25));
    assertAmount("7.6", scaling("0.684", "40").perMillionTokens(25));
    assertAmount("7.6", running("0.684", "730").perMillionTokens(25));
    assertAmount("15.2", running("0.684", "365").perMillionTokens(25));
    assertAmount(
        "7.81", Bill.of(price("0.684"), SCALES, usage("9", "2", "45", "5")).perMillionTokens(25));
    assertAmount("0.00123", scaling("0.0444", "730").perMillionTokens(10_000));
    assertEquals(7.6e-6, scaling("0.684", "730").usdPerToken(25), 1e-18);
  }

  @ParameterizedTest
  @CsvSource({"0,1,0,0", "-1,1,0,0", "1,-1,0,0", "1,1,-1,0", "1,1,0,-1"})
  void usageIsNeverLessThanNothing(String hours, String starts, String startup, String idle) {
    assertThrows(IllegalArgumentException.class, () -> usage(hours, starts, startup, idle));
  }

  /** An offer's own price and terms, of one unit. */
  @Test
  void anOfferBringsItsTerms() {
    Offer offer = BundledCatalog.catalog().offers().find("AMPERE_24").orElseThrow();
    Bill bill = Bill.of(offer, Usage.of(BigDecimal.valueOf(40)));
    assertTrue(bill.scalesToZero());
    assertAmount("27.36", bill.usdPerMonth());
  }
}
