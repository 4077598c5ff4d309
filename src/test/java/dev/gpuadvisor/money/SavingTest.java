package dev.gpuadvisor.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Terms;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SavingTest {

  private static final Terms SCALES = new Terms(Billing.PER_SECOND, true);

  private static Bill scaling(String perHour, Usage usage) {
    return Bill.of(new Price(new BigDecimal(perHour)), SCALES, usage);
  }

  private static Bill running(String perHour, Usage usage) {
    return Bill.untilStopped(new Price(new BigDecimal(perHour)), usage);
  }

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount.toPlainString());
  }

  /** The question of the README: the hour costs more, and the month less. */
  @Test
  void aMonthIsWhatCounts() {
    Usage usage =
        new Usage(
            new BigDecimal("160"),
            BigDecimal.valueOf(2),
            BigDecimal.valueOf(45),
            BigDecimal.valueOf(5));
    Saving saving = new Saving(running("0.43", usage), scaling("0.684", usage));
    assertTrue(saving.saves());
    assertFalse(saving.isTheSameEveryHour());
    assertAmount("201.42", saving.usdPerMonth());
    assertAmount("64.2", saving.percent());
    assertAmount("-0.254", saving.usdPerHour());
    assertAmount("-6.096", saving.usdPerDay());
  }

  @Test
  void allMonthAnHourTellsAsMuch() {
    Saving saving = new Saving(running("1.00", Usage.always()), scaling("0.684", Usage.always()));
    assertTrue(saving.isTheSameEveryHour());
    assertAmount("31.6", saving.percent());
    assertAmount("0.316", saving.usdPerHour());
    assertAmount("7.584", saving.usdPerDay());
    assertAmount("230.68", saving.usdPerMonth());
  }

  @Test
  void costingMoreIsANegativeSaving() {
    Saving saving = new Saving(scaling("0.684", Usage.always()), scaling("1.368", Usage.always()));
    assertFalse(saving.saves());
    assertAmount("-100", saving.percent());
    assertAmount("-499.32", saving.usdPerMonth());
  }

  @Test
  void stayingCostsNoMore() {
    Bill bill = scaling("0.684", Usage.always());
    Saving saving = new Saving(bill, bill);
    assertTrue(saving.saves());
    assertAmount("0", saving.percent());
  }
}
