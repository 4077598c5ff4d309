package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every offer, format by format, against the best of that format. */
record Comparisons(Report report) {

  /** More than that nobody reads; what fits stands first, and of that the best. */
  private static final int MOST_ROWS = 30;

  List<DocumentBlock> blocks() {
    List<DocumentBlock> blocks = new ArrayList<>();
    for (QuantizedEstimate estimate : report.recommendation().memory()) {
      QuantizationChoice format = estimate.quantization();
      blocks.add(new DocumentBlock.Heading(report.write(title(estimate))));
      List<Assessment> rows = rows(report, format);
      Optional<Assessment> best =
          rows.stream().filter(each -> each.verdict() == Verdict.BEST_CHOICE).findFirst();
      blocks.add(
          new DocumentBlock.Table(
              columns(best), rows.stream().map(row -> row(row, best)).toList()));
      blocks.add(
          new DocumentBlock.Paragraph(report.point(Msg.Report.verdict(), verdict(format, best))));
    }
    return blocks;
  }

  /** The offers that have a row, in the order of their lists. */
  static List<Offer> shown(Report report) {
    Set<Offer> shown =
        report.question().quantizations().stream()
            .flatMap(format -> rows(report, format).stream())
            .map(Assessment::offer)
            .collect(Collectors.toSet());
    return report.question().priceLists().stream()
        .flatMap(list -> list.offers().stream())
        .filter(shown::contains)
        .toList();
  }

  private static List<Assessment> rows(Report report, QuantizationChoice format) {
    return report.recommendation().assessments(format).stream().limit(MOST_ROWS).toList();
  }

  private static Message title(QuantizedEstimate estimate) {
    return Msg.Report.comparisonTitle(
        Wording.format(estimate.quantization()), estimate.estimate().requiredBytes());
  }

  private List<Column> columns(Optional<Assessment> best) {
    Column difference =
        best.map(each -> report.write(Msg.Report.headDifferenceTo(each.worker().label())))
            .map(head -> new Column(head, true))
            .orElseGet(() -> report.numbers(Msg.Report.headDifference()));
    List<Column> columns = new ArrayList<>();
    columns.add(report.column(Msg.Report.headOffer()));
    if (report.isOfSeveralLists()) {
      columns.add(report.column(Msg.Report.headProvider()));
    }
    columns.add(report.numbers(Msg.Report.headHour()));
    columns.add(difference);
    columns.add(report.column(Msg.Report.headVerdict()));
    columns.add(report.column(Msg.Report.headReason()));
    return columns;
  }

  private Row row(Assessment assessment, Optional<Assessment> best) {
    OfferRow row = report.story().row(assessment);
    List<String> cells = new ArrayList<>();
    cells.add(row.offer());
    if (report.isOfSeveralLists()) {
      cells.add(assessment.offer().provider());
    }
    cells.add(report.write(row.hour()));
    cells.add(report.write(row.difference()));
    cells.add(row.mark().before(report.write(row.verdict())));
    cells.add(report.write(reason(assessment, best)));
    return new Row(row.recommended(), cells);
  }

  /** The verdict and the difference stand beside it: what is left to say is what they buy. */
  private static Message reason(Assessment assessment, Optional<Assessment> best) {
    int gb = assessment.worker().nominalGb();
    int bestGb = best.map(each -> each.worker().nominalGb()).orElse(gb);
    return switch (assessment.verdict()) {
      case ACCEPTABLE -> Msg.Report.reasonAcceptable(bestGb, gb);
      case OVERSIZED, OVERSIZED_AND_DEAR ->
          Msg.Report.reasonOversized(gb, assessment.fitting().requiredBytes());
      default -> assessment.reason();
    };
  }

  private String verdict(QuantizationChoice format, Optional<Assessment> best) {
    if (best.isEmpty()) {
      return report.write(Msg.Report.comparisonNone(format.asked()));
    }
    String verdict =
        report.write(Msg.Report.comparisonBest(best.get().worker().label(), format.asked()));
    boolean other =
        report
            .recommended()
            .filter(pick -> pick.quantization().equals(format) && !pick.equals(best.get()))
            .isPresent();
    return other
        ? verdict + " " + report.write(recommendedInstead(report.recommended().orElseThrow()))
        : verdict;
  }

  /** The best has too little supply to be recommended. */
  private static Message recommendedInstead(Assessment recommended) {
    return Msg.Report.comparisonRecommendedInstead(recommended.worker().label());
  }
}
