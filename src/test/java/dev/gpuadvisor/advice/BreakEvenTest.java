package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** AMPERE_24 at $0.684 an hour of work, against what is paid for 730 hours. */
class BreakEvenTest {

  private static final Question QUESTION = Questions.of("qwen2.5-14b", 8192, "8bit");

  private static Optional<BreakEven> of(Question question, Usage usage) {
    Constraints.Budget budget = new Constraints.Budget(Optional.empty(), Optional.empty(), usage);
    return answer(Questions.within(question, Questions.within(budget))).breakEven();
  }

  private static BreakEven against(String usdPerHour, Usage usage) {
    return of(Questions.running(QUESTION, Questions.card("L4", usdPerHour)), usage).orElseThrow();
  }

  private static Usage usage(String hours, String starts, String startup, String idle) {
    return new Usage(
        new BigDecimal(hours),
        new BigDecimal(starts),
        new BigDecimal(startup),
        new BigDecimal(idle));
  }

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount.toString());
  }

  /** 730 x 0.43 / 0.684. */
  @Test
  void atThatManyHoursBothCostTheSame() {
    BreakEven breakEven = against("0.43", Usage.of(new BigDecimal("100")));
    assertAmount("458.9", breakEven.hoursPerMonth());
    assertAmount("313.9", breakEven.alwaysOn().usdPerMonth());
    assertAmount("730", breakEven.alwaysOn().billedHoursPerMonth());
    assertAmount("68.4", breakEven.scalesToZero().usdPerMonth());
    assertEquals(
        "AMPERE_24 is billed only while it works; L4 costs $313.90 for all 730 hours of a month."
            + " Both cost the same at 458.9 hours of work per month; with less work AMPERE_24 is"
            + " cheaper. Seconds of start-up and idling are not counted (startup_seconds,"
            + " idle_seconds).",
        Texts.in(Language.EN).write(breakEven.text()));
  }

  /** Two starts of 90 seconds make 63 minutes of an hour: 730 x 0.43 / (0.684 x 1.05). */
  @Test
  void startsArePaidToo() {
    BreakEven breakEven = against("0.43", usage("100", "2", "60", "30"));
    assertAmount("437.1", breakEven.hoursPerMonth());
    assertAmount("105", breakEven.scalesToZero().billedHoursPerMonth());
    assertAmount("71.82", breakEven.scalesToZero().usdPerMonth());
    assertTrue(
        Texts.in(Language.EN)
            .write(breakEven.text())
            .endsWith(
                "Counted: 2 starts per hour of work, each billed for 90 seconds without work."));
  }

  @Test
  void whatIsCheaperByTheHourAlwaysCostsLess() {
    BreakEven breakEven = against("1.00", Usage.always());
    assertAmount("1067.3", breakEven.hoursPerMonth());
    assertTrue(Texts.in(Language.EN).write(breakEven.text()).contains("is cheaper however much"));
  }

  @Test
  void ofOneKindThereIsNone() {
    Question question = Questions.running(QUESTION, Questions.offer("AMPERE_80"));
    assertTrue(of(question, Usage.always()).isEmpty());
    assertTrue(of(QUESTION, Usage.always()).isEmpty());
  }

  /** With nothing running, the rival is the cheapest of the other kind in the lists asked. */
  @Test
  void withoutACurrentOfferTheListsAreLookedAt() {
    PriceList list = CATALOG.defaultPriceList();
    Offer pod = running(list.offers().get(3), "0.90");
    Question question =
        QUESTION.of(List.of(list, list.with(List.of(pod, running(list.offers().get(4), "1.10")))));
    BreakEven breakEven = of(question, Usage.always()).orElseThrow();
    assertAmount("0.90", breakEven.alwaysOn().usdPerHour());
    assertAmount("960.5", breakEven.hoursPerMonth());
  }

  private static Offer running(Offer offer, String usdPerHour) {
    return new Offer(
        "pod-" + offer.id(),
        "pods",
        offer.cards(),
        offer.gpus(),
        offer.maxUnits(),
        offer.nominalGb(),
        new BigDecimal(usdPerHour),
        new Terms(offer.terms().billing(), false),
        offer.stock(),
        offer.tier(),
        offer.sale(),
        offer.asOf(),
        offer.provenance());
  }
}
