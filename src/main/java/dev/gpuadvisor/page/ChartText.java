package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a chart shows of a recommendation, and what it says. */
record ChartText(PageTexts words, Recommendation recommendation, QuantizationChoice format) {

  private static final double APART_ACROSS = 40;
  private static final double APART_UP = 24;

  List<Assessment> assessments() {
    return recommendation.assessments(format);
  }

  Picks picks() {
    return recommendation.picks();
  }

  /** Of the recommended offer; several GPUs need more together than one does. */
  long neededBytes() {
    return picks()
        .recommended()
        .map(Picks.Pick::assessment)
        .map(pick -> pick.fitting().requiredBytes())
        .orElseGet(
            () ->
                assessments().stream()
                    .mapToLong(each -> each.fitting().requiredBytes())
                    .min()
                    .orElseThrow());
  }

  String title() {
    return words.of(Msg.Page.chartTitle(Wording.format(format)));
  }

  String description() {
    List<Assessment> all = assessments();
    long fitting = all.stream().filter(each -> each.fitting().fit() != Fit.NO).count();
    Message counted = Msg.Page.chartDescription(fitting, all.size(), neededBytes());
    return picks()
        .recommended()
        .map(pick -> words.of(counted) + " " + words.of(recommended(pick.assessment())))
        .orElseGet(() -> words.of(counted));
  }

  private static Message recommended(Assessment pick) {
    return Msg.Page.chartRecommended(
        Wording.perHour(pick.price()), pick.worker().label(), pick.fitting().usableBytes());
  }

  String of(Assessment assessment) {
    return words.of(
        Msg.Page.chartMark(
            Wording.perHour(assessment.price()),
            assessment.worker().label(),
            assessment.fitting().usableBytes()));
  }

  /** On the side of the line that has room for it, above the plot. */
  Labels.Label needed(double line, Box inside) {
    String text = words.of(Msg.Page.chartNeeded(neededBytes()));
    boolean right = line < inside.x() + inside.width() / 2;
    return new Labels.Label(
        right ? line - 1 : line + 1, inside.y() - 8, right ? "start" : "end", text, "needed");
  }

  List<Frame.Tick> memoryTicks(Scale scale) {
    return scale.ticks(2, List.of(1.0, 1.5), APART_ACROSS).stream()
        .map(gib -> new Frame.Tick(scale.at(gib), number(gib)))
        .toList();
  }

  List<Frame.Tick> priceTicks(Scale scale) {
    return scale.ticks(10, List.of(1.0, 2.0, 5.0), APART_UP).stream()
        .map(usd -> new Frame.Tick(scale.at(usd), words.usd(rounded(usd))))
        .toList();
  }

  private String number(double value) {
    return words.of(Msg.Amount.number(rounded(value)));
  }

  /** Powers are not exact: 0.2 must not be written with all its digits. */
  private static BigDecimal rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    BigDecimal plain = exact.stripTrailingZeros();
    return plain.setScale(Math.max(0, plain.scale()));
  }
}
