package dev.gpuadvisor.csv;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assessments, a row each, with what each was picked for. */
public record AssessmentTable(Question question, Texts texts, Map<Assessment, String> picked) {

  private static final List<String> COLUMNS =
      List.of(
          "pick",
          "model",
          "quantization",
          "format",
          "offer",
          "provider",
          "market",
          "region",
          "gpus",
          "replicas",
          "fit",
          "verdict",
          "required_gib",
          "usable_gib",
          "memory_percent",
          "largest_context",
          "largest_concurrency",
          "tokens_per_second_low",
          "tokens_per_second_high",
          "usd_per_hour",
          "usd_per_month",
          "usd_per_run",
          "difference_percent",
          "supply",
          "tier",
          "reason");

  /**
   * @param assessments of it that are asked for
   */
  public static byte[] bytes(
      Recommendation recommendation, List<Assessment> assessments, Texts texts) {
    return new AssessmentTable(recommendation.question(), texts, picked(recommendation.picks()))
        .bytes(assessments);
  }

  public static byte[] bytes(Comparison comparison, Texts texts) {
    return new AssessmentTable(comparison.question(), texts, Map.of())
        .bytes(comparison.assessments());
  }

  private static Map<Assessment, String> picked(Picks picks) {
    Map<Assessment, String> picked = new HashMap<>();
    picks.recommended().ifPresent(pick -> add(picked, pick.assessment(), "recommended"));
    picks.budget().ifPresent(pick -> add(picked, pick.assessment(), "budget"));
    picks.headroom().ifPresent(pick -> add(picked, pick.assessment(), "headroom"));
    picks.fallbacks().forEach(fallback -> add(picked, fallback.assessment(), "fallback"));
    return picked;
  }

  private static void add(Map<Assessment, String> picked, Assessment assessment, String name) {
    picked.merge(assessment, name, (one, other) -> one + " " + other);
  }

  private byte[] bytes(List<Assessment> assessments) {
    Csv csv = new Csv(Rates.columns(COLUMNS, question.exchange()));
    for (Assessment assessment : assessments) {
      csv.row(cells(assessment).toArray());
    }
    return csv.bytes();
  }

  private List<Object> cells(Assessment each) {
    Bill bill = each.bill();
    List<Object> cells =
        new ArrayList<>(
            List.of(
                picked.getOrDefault(each, ""),
                question.task().model().id(),
                each.quantization().asked(),
                each.quantization().format().id(),
                each.offer().id(),
                each.offer().provider(),
                each.offer().sale().market(),
                each.offer().sale().regionName(),
                each.worker().gpus(),
                each.plan().map(plan -> plan.replicas()),
                each.fitting().fit(),
                each.verdict(),
                Csv.gib(each.fitting().requiredBytes()),
                Csv.gib(each.fitting().usableBytes()),
                each.memoryPercent(),
                each.fitting().largestContext(),
                each.fitting().largestConcurrency(),
                each.speed().map(speed -> tokens(speed.perSecond().low())),
                each.speed().map(speed -> tokens(speed.perSecond().high())),
                bill.usdPerHour(),
                bill.usdPerMonth(),
                bill.usdPerRun(),
                each.differencePercent(),
                each.offer().supply(),
                each.offer().tier(),
                texts.write(each.reason())));
    question.exchange().ifPresent(rate -> Rates.add(cells, rate, bill));
    return cells;
  }

  private static BigDecimal tokens(double perSecond) {
    return BigDecimal.valueOf(perSecond).setScale(1, RoundingMode.HALF_UP);
  }
}
