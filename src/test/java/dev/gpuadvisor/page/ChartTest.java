package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

  private static final String FEW = "model=qwen2.5-14b&quantization=8bit";
  private static final String MANY = FEW + "&provider=all";
  private static final String SEVERAL_GPUS = "model=llama-3.1-70b&quantization=4bit&max_gpus=4";
  private static final String NOTHING_FITS = "model=deepseek-v3&quantization=8bit";
  private static final String TOO_DEAR = FEW + "&budget_per_hour=0.1";

  @ParameterizedTest
  @ValueSource(strings = {FEW, MANY, SEVERAL_GPUS, NOTHING_FITS, TOO_DEAR})
  void everyMarkIsInsideAndEveryTick(String query) {
    for (Chart chart : charts(query)) {
      Box inside = chart.frame().inside();
      assertEquals(assessments(query).size(), chart.marks().size());
      for (Mark mark : chart.marks()) {
        assertTrue(inside.contains(new Box(mark.x(), mark.y(), 0, 0)), mark::toString);
      }
      assertTrue(chart.frame().across().size() >= 2 && chart.frame().up().size() >= 2);
      chart
          .frame()
          .across()
          .forEach(tick -> assertTrue(inside.contains(new Box(tick.at(), inside.y(), 0, 0))));
      chart
          .frame()
          .up()
          .forEach(tick -> assertTrue(inside.contains(new Box(inside.x(), tick.at(), 0, 0))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FEW, MANY})
  void dearerIsHigherAndMoreMemoryIsFurtherRight(String query) {
    Chart chart = charts(query).get(0);
    List<Assessment> all = assessments(query);
    for (Assessment one : all) {
      for (Assessment other : all) {
        double higher = mark(chart, other).y() - mark(chart, one).y();
        double right = mark(chart, one).x() - mark(chart, other).x();
        assertEquals(one.price().compareTo(other.price()), (int) Math.signum(higher));
        assertEquals(
            Long.compare(one.fitting().usableBytes(), other.fitting().usableBytes()),
            (int) Math.signum(right));
      }
    }
  }

  /** What has memory enough is right of the line, what lacks it left, whatever else is lacking. */
  @ParameterizedTest
  @ValueSource(strings = {FEW, MANY, NOTHING_FITS})
  void theLineDividesWhatFitsFromWhatDoesNot(String query) {
    for (Chart chart : charts(query)) {
      for (Assessment each : assessments(query)) {
        boolean enough = each.fitting().requiredBytes() <= each.fitting().usableBytes();
        assertEquals(enough, mark(chart, each).x() >= chart.need(), each.offer().id());
        boolean runs = enough && each.fitting().obstacle().isEmpty();
        assertEquals(runs, each.fitting().fit() != Fit.NO, each.offer().id());
      }
    }
  }

  @Test
  void theLineIsWhereTheRecommendedOfferIsFull() {
    Picks.Pick pick = Pages.recommendation(FEW).picks().recommended().orElseThrow();
    Chart chart = charts(FEW).get(0);
    double used = pick.assessment().memoryPercent().doubleValue() / 100;
    double full = mark(chart, pick.assessment()).x();
    // On a logarithmic scale a ratio has one length, wherever it is.
    double twice = chart.frame().across().get(2).at() - chart.frame().across().get(0).at();
    assertEquals(16 * 2, Integer.parseInt(chart.frame().across().get(2).text()));
    assertEquals(full + twice * Math.log(used) / Math.log(2), chart.need(), 0.2);
    assertEquals("needed: 18.0\u00a0GiB", chart.needed().text());
  }

  @Test
  void saysWhatEachOfferIsByAShapeOfItsOwn() {
    Chart chart = charts(FEW).get(0);
    for (Assessment each : assessments(FEW)) {
      Mark.Kind kind = mark(chart, each).kind();
      if (each.verdict() == Verdict.DOMINATED) {
        assertEquals(Mark.Kind.DOMINATED, kind);
      }
      assertEquals(each.fitting().fit() == Fit.NO, kind == Mark.Kind.NO);
    }
    assertEquals(1, chart.marks().stream().filter(mark -> mark.kind() == Mark.Kind.PICK).count());
    assertEquals(Mark.Kind.PICK, chart.marks().get(chart.marks().size() - 1).kind());
    assertTrue(chart.kinds().contains(Mark.Kind.DOMINATED));
    assertTrue(charts(TOO_DEAR).get(0).kinds().contains(Mark.Kind.EXCLUDED));
  }

  @ParameterizedTest
  @ValueSource(strings = {FEW, MANY, SEVERAL_GPUS, NOTHING_FITS})
  void labelsNeverLieOnEachOtherNorOnMarks(String query) {
    for (Chart chart : charts(query)) {
      List<Labels.Label> labels = chart.labels();
      assertFalse(labels.isEmpty());
      for (Labels.Label label : labels) {
        boolean must = label.css().equals("pick");
        assertTrue(chart.frame().inside().contains(label.box()), label::toString);
        assertTrue(
            labels.stream()
                .filter(other -> other != label)
                .noneMatch(other -> other.box().overlaps(label.box())));
        assertTrue(
            must || chart.marks().stream().noneMatch(mark -> mark.box().overlaps(label.box())));
      }
    }
  }

  @Test
  void namesThePickHoweverManyThereAre() {
    for (String query : List.of(FEW, MANY, SEVERAL_GPUS)) {
      String offer =
          Pages.recommendation(query)
              .picks()
              .recommended()
              .orElseThrow()
              .assessment()
              .worker()
              .label();
      for (Chart chart : charts(query)) {
        assertTrue(chart.labels().stream().anyMatch(label -> label.text().equals(offer)));
        assertTrue(chart.description().contains(offer));
      }
    }
    assertEquals(assessments(FEW).size(), charts(FEW).get(0).labels().size());
  }

  private static Mark mark(Chart chart, Assessment assessment) {
    String name = assessment.worker().label();
    return chart.marks().stream()
        .filter(mark -> mark.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Assessment> assessments(String query) {
    return Pages.recommendation(query).assessments();
  }

  private static List<Chart> charts(String query) {
    Recommendation recommendation = Pages.recommendation(query);
    QuantizationChoice format = recommendation.memory().get(0).quantization();
    return Chart.of(PageTexts.in(Language.EN), recommendation, format);
  }
}
