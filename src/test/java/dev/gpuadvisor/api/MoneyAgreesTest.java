package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that an answer says of money is one bill: what a month costs is worked out here a second
 * time, in another way, and every figure is held against it.
 */
class MoneyAgreesTest {

  private static final int QUESTIONS = 2_000;
  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final BigDecimal MONTH = BigDecimal.valueOf(730);

  /** Ten thousand in all. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsAsked(long seed) {
    Random random = new Random(seed);
    int moved = 0;
    int even = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      MoneyQuestion asked = MoneyQuestion.of(random);
      JsonNode answer = Asking.answer(asked.query());
      answer.path("assessments").forEach(each -> assertBilled(each, asked));
      answer.path("picks").forEach(pick -> assertPick(pick, answer, asked));
      moved += answer.has("migration") ? 1 : 0;
      even += answer.has("break_even") ? 1 : 0;
      if (answer.has("migration")) {
        assertMigration(answer, asked);
      }
      if (answer.has("break_even")) {
        assertBreakEven(answer, asked);
      }
    }
    assertTrue(moved > QUESTIONS / 4, moved + " moved");
    assertTrue(even > QUESTIONS / 8, even + " broke even");
  }

  private static Offer offer(String id) {
    return CATALOG.offers().find(id).orElseThrow();
  }

  /** What a month costs, worked out by adding up runs instead of scaling hours. */
  private static BigDecimal month(
      BigDecimal perHour, boolean scales, Billing billing, MoneyQuestion asked) {
    if (!scales) {
      return perHour.multiply(asked.hours().max(MONTH));
    }
    BigDecimal worked = asked.hours().multiply(BigDecimal.valueOf(3600));
    BigDecimal runs = asked.hours().multiply(asked.starts());
    BigDecimal seconds = worked.add(runs.multiply(asked.seconds()));
    if (runs.signum() > 0 && billing != Billing.PER_SECOND) {
      BigDecimal step = BigDecimal.valueOf(billing == Billing.PER_MINUTE ? 60 : 3600);
      BigDecimal steps = seconds.divide(runs.multiply(step), 0, RoundingMode.CEILING);
      seconds = steps.multiply(step).multiply(runs);
    }
    return perHour.multiply(seconds).divide(BigDecimal.valueOf(3600), 6, RoundingMode.HALF_UP);
  }

  private static void assertBilled(JsonNode priced, MoneyQuestion asked) {
    Offer offer = offer(priced.path("offer").asText());
    BigDecimal perHour = usd(priced, "price", "usd_per_hour");
    BigDecimal expected =
        month(perHour, offer.terms().scalesToZero(), offer.terms().billing(), asked);
    assertAmount(expected, usd(priced, "price", "usd_per_month"), asked);
  }

  private static void assertPick(JsonNode pick, JsonNode answer, MoneyQuestion asked) {
    if (!pick.isNull()) {
      assertBilled(pick, asked);
      assertTrue(usd(pick, "price", "usd_per_month").compareTo(asked.budget()) <= 0, asked.query());
      JsonNode budget = answer.path("picks").path("budget");
      assertTrue(
          usd(budget, "price", "usd_per_month").compareTo(usd(pick, "price", "usd_per_month")) <= 0,
          asked.query());
    }
  }

  private static void assertMigration(JsonNode answer, MoneyQuestion asked) {
    JsonNode migration = answer.path("migration");
    BigDecimal then = usd(answer.path("picks").path("recommended"), "price", "usd_per_month");
    BigDecimal now = now(migration, asked);
    BigDecimal saving = usd(migration, "saving", "usd_per_month");
    assertAmount(now.subtract(then), saving, asked);
    BigDecimal percent = usd(migration, "saving", "percent");
    BigDecimal share = saving.multiply(BigDecimal.valueOf(100));
    assertAmount(share.divide(now, 1, RoundingMode.HALF_UP), percent, asked);
    BigDecimal hourly =
        migration
            .path("from_usd_per_hour")
            .decimalValue()
            .subtract(migration.path("to_usd_per_hour").decimalValue());
    assertAmount(hourly, usd(migration, "saving", "usd_per_hour"), asked);
  }

  /** Only an offer of a list is known to stop. */
  private static BigDecimal now(JsonNode migration, MoneyQuestion asked) {
    BigDecimal perHour = migration.path("from_usd_per_hour").decimalValue();
    if (!migration.has("from_provider")) {
      return month(perHour, false, Billing.PER_SECOND, asked);
    }
    Offer offer = offer(migration.path("from").asText());
    return month(perHour, offer.terms().scalesToZero(), offer.terms().billing(), asked);
  }

  private static void assertBreakEven(JsonNode answer, MoneyQuestion asked) {
    JsonNode even = answer.path("break_even");
    BigDecimal scaling = usd(even, "scales_to_zero", "usd_per_month");
    BigDecimal running = usd(even, "always_on", "usd_per_month");
    if (answer.has("migration")) {
      BigDecimal saving = usd(answer.path("migration"), "saving", "usd_per_month").abs();
      assertAmount(running.subtract(scaling).abs(), saving, asked);
    }
    BigDecimal recommended =
        usd(answer.path("picks").path("recommended"), "price", "usd_per_month");
    assertTrue(
        recommended.compareTo(scaling) == 0 || recommended.compareTo(running) == 0, asked.query());
    BigDecimal margin = even.path("hours_per_month").decimalValue().subtract(asked.hours());
    if (margin.abs().compareTo(new BigDecimal("0.1")) > 0) {
      assertEquals(margin.signum(), running.compareTo(scaling), asked.query());
    }
  }

  private static BigDecimal usd(JsonNode node, String part, String name) {
    return node.path(part).path(name).decimalValue();
  }

  private static void assertAmount(BigDecimal expected, BigDecimal amount, MoneyQuestion asked) {
    BigDecimal off = expected.subtract(amount).abs();
    assertTrue(
        off.compareTo(new BigDecimal("0.000002")) <= 0,
        () -> asked.query() + ": " + expected + " but was " + amount);
  }

  /** The question of the README: moving saves money though an hour costs more. */
  @Test
  void theReadmesOwnQuestion() {
    JsonNode answer =
        Asking.answer(
            "/v1/recommendations?model=qwen2.5-14b&quantization=8bit&current=L4"
                + "&current_price_per_hour=0.43&hours_per_month=160&starts_per_hour=2"
                + "&startup_seconds=45&idle_seconds=5");
    assertEquals(
        new BigDecimal("201.42"), usd(answer.path("migration"), "saving", "usd_per_month"));
    assertEquals(new BigDecimal("64.2"), usd(answer.path("migration"), "saving", "percent"));
    assertEquals(
        0,
        new BigDecimal("112.48")
            .compareTo(usd(answer.path("break_even"), "scales_to_zero", "usd_per_month")));
    assertEquals(
        0,
        new BigDecimal("313.9")
            .compareTo(usd(answer.path("break_even"), "always_on", "usd_per_month")));
  }

  /**
   * A list whose instances run until they are stopped bills 730 hours, whatever is done in them.
   */
  @ParameterizedTest
  @ValueSource(strings = {"aws-ec2", "runpod-pods", "azure", "gcp-compute-engine", "lambda-cloud"})
  void aBudgetOfAMonthIsForAllThatIsBilled(String provider) {
    String query =
        "/v1/recommendations?model=llama-3.1-8b&quantization=4bit&hours_per_month=40&provider=";
    JsonNode cheapest = Asking.answer(query + provider).path("picks").path("budget");
    BigDecimal month = usd(cheapest, "price", "usd_per_month");
    assertEquals(0, month.compareTo(usd(cheapest, "price", "usd_per_hour").multiply(MONTH)));
    BigDecimal less = month.subtract(new BigDecimal("0.01"));
    JsonNode met =
        Asking.answer(
            query
                + provider
                + "&budget_per_month="
                + month.setScale(6, RoundingMode.UP).stripTrailingZeros().toPlainString());
    JsonNode missed =
        Asking.answer(
            query
                + provider
                + "&budget_per_month="
                + less.setScale(2, RoundingMode.DOWN).toPlainString());
    assertTrue(met.path("picks").path("recommended").isObject());
    assertTrue(missed.path("picks").path("recommended").isNull());
  }
}
