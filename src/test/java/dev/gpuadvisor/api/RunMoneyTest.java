package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run of fine-tuning ends by itself: whatever an answer says of money then is for the run, and
 * not for a month in which the same hardware would have nothing to do.
 */
class RunMoneyTest {

  private static final String RUN =
      "/v1/recommendations?model=llama-3.1-8b&task=qlora&examples=10000&average_tokens=500";

  private static BigDecimal usd(JsonNode node, String pointer) {
    return node.at(pointer).decimalValue();
  }

  private static String note(JsonNode answer, String code) {
    for (JsonNode note : answer.path("notes")) {
      if (note.path("code").asText().equals(code)) {
        return note.path("text").asText();
      }
    }
    return "";
  }

  /** Both do the same run: the faster card takes fewer of its hours. */
  @ParameterizedTest
  @ValueSource(strings = {"A100_SXM_80&current_price_per_hour=1.9", "g5.xlarge", "AMPERE_80"})
  void movingIsHeldAgainstTheSameRun(String current) {
    JsonNode answer = Asking.answer(RUN + "&current=" + current);
    JsonNode moved = answer.path("migration");

    BigDecimal then = usd(moved, "/to_usd_per_run");
    assertEquals(0, usd(answer, "/picks/recommended/run/usd").compareTo(then), moved.toString());
    BigDecimal now = usd(moved, "/from_usd_per_run");
    BigDecimal hours = now.divide(usd(moved, "/from_usd_per_hour"), 2, RoundingMode.HALF_UP);
    assertTrue(hours.signum() > 0 && hours.compareTo(BigDecimal.TEN) < 0, hours + " hours");
    BigDecimal saved = usd(moved, "/saving/usd_per_run");
    assertTrue(saved.subtract(now.subtract(then)).abs().compareTo(new BigDecimal("0.01")) <= 0);
    BigDecimal percent =
        saved.multiply(BigDecimal.valueOf(100)).divide(now, 1, RoundingMode.HALF_UP);
    assertTrue(percent.subtract(usd(moved, "/saving/percent")).abs().doubleValue() < 0.7);
    assertFalse(answer.has("break_even"), "a run needs no month to pay");
  }

  @Test
  void ofAPriceAloneNobodyKnowsHowLongItTakes() {
    JsonNode moved = Asking.answer(RUN + "&current_price_per_hour=1.9").path("migration");

    assertFalse(moved.has("from_usd_per_run"), moved.toString());
    assertEquals(0, usd(moved, "/saving/usd_per_hour").compareTo(new BigDecimal("0.784")));
  }

  @Test
  void isToldAsARun() {
    String call =
        """
        {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
          "name": "recommend_gpu", "arguments": {"model": "llama-3.1-8b", "task": "qlora",
            "more": {"examples": 10000, "average_tokens": 500, "current": "A100_SXM_80",
                     "current_price_per_hour": 1.9}}}}
        """;
    String told = Asking.json(Asking.post("/mcp", call)).at("/result/content/0/text").asText();

    assertTrue(told.contains(" for the run ("), told);
    assertFalse(told.contains("per month"), told);
  }

  @Test
  void isPricedInTheCallersCurrency() {
    JsonNode answer = Asking.answer(RUN + "&currency=EUR&usd_per_unit=2");
    BigDecimal twice = usd(answer, "/picks/recommended/run/usd");

    String note = note(answer, "exchange");
    Matcher said = Pattern.compile(", ([0-9.]+) EUR for the run\\.$").matcher(note);
    assertTrue(said.find(), note);
    BigDecimal euros = new BigDecimal(said.group(1));
    BigDecimal off = euros.multiply(BigDecimal.valueOf(2)).subtract(twice).abs();
    assertTrue(off.compareTo(new BigDecimal("0.01")) <= 0, note + " of " + twice); // two roundings
  }

  /** A month's budget pays for the run, however long the month is. */
  @Test
  void isWithinAMonthsBudget() {
    JsonNode within = Asking.answer(RUN + "&budget_per_month=5");
    JsonNode over = Asking.answer(RUN + "&budget_per_month=1");

    assertTrue(within.at("/picks/recommended").isObject(), within.toString());
    JsonNode first = over.at("/assessments/0");
    assertEquals("over_budget", first.path("verdict").asText());
    String reason = first.path("reason").asText();
    assertTrue(reason.matches("The run costs \\$\\d+\\.\\d\\d, .*\\$1\\.00\\."), reason);
  }

  /** A machine of one's own may have more GPUs than one would rent: who has it will use it. */
  @Test
  void theFastestMayBeOnesOwn() {
    String question =
        """
        {"model": "llama-3.1-8b", "task": "qlora", "examples": 10000, "average_tokens": 500,
         "offers": {"id": "mine", "card": "H100_SXM", "gpus": 8, "usd_per_hour": 30}}
        """;
    JsonNode answer = Asking.json(Asking.post("/v1/recommendations", question));

    String note = note(answer, "run_fastest");
    assertTrue(note.contains(" mine"), note + answer.path("notes"));
  }

  /** What learns faster says so in tokens learned, and by the figures of its own assessment. */
  @ParameterizedTest
  @ValueSource(strings = {"qlora", "lora", "full"})
  void whatIsFasterLearnsMore(String task) {
    JsonNode answer =
        Asking.answer(
            "/v1/recommendations?model=llama-3.2-3b&provider=all&max_gpus=4&limit=400&task="
                + task);
    JsonNode assessments = answer.path("assessments");
    long best = learned(assessments.get(0));
    int told = 0;
    for (JsonNode each : assessments) {
      if (each.path("verdict").asText().equals("same_memory_dearer")) {
        boolean faster = learned(each) > best;
        String figures =
            "%,d tokens learned per second against %,d.".formatted(learned(each), best);
        assertEquals(faster, each.path("reason").asText().endsWith(figures), each.toString());
        told += faster ? 1 : 0;
      }
    }
    assertTrue(told > 0, task);
  }

  private static long learned(JsonNode assessment) {
    return usd(assessment, "/training/tokens_per_second").round(new MathContext(2)).longValue();
  }

  /** With starts a month has six decimals; nobody reads more than two. */
  @Test
  void amountsOfAMonthAreToldToTheCent() {
    JsonNode answer =
        Asking.answer(
            "/v1/recommendations?model=qwen2.5-14b&quantization=8bit&budget_per_month=1"
                + "&hours_per_month=100&starts_per_hour=7&startup_seconds=13&idle_seconds=1");
    String reason = answer.at("/assessments/0/reason").asText();

    assertTrue(reason.matches("At \\$\\d+\\.\\d\\d per month .*"), reason);
  }
}
