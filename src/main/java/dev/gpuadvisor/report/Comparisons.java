package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      blocks.add(new DocumentBlock.Table(columns(best), rows.stream().map(this::row).toList()));
      blocks.add(new DocumentBlock.Paragraph(report.point("verdict", verdict(format, best))));
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
    return Message.of("report.comparison.title")
        .word("format", Wording.format(estimate.quantization()))
        .gib("required", estimate.estimate().requiredBytes());
  }

  private List<Column> columns(Optional<Assessment> best) {
    Column difference =
        best.map(
                each ->
                    report.write(
                        Message.of("report.head.difference_to")
                            .word("offer", each.worker().label())))
            .map(head -> new Column(head, true))
            .orElseGet(() -> report.numbers("difference"));
    List<Column> columns = new ArrayList<>();
    columns.add(report.column("offer"));
    if (report.isOfSeveralLists()) {
      columns.add(report.column("provider"));
    }
    columns.add(report.numbers("hour"));
    columns.add(difference);
    columns.add(report.column("verdict"));
    columns.add(report.column("reason"));
    return columns;
  }

  private Row row(Assessment assessment) {
    String verdict = assessment.verdict().name().toLowerCase(Locale.ROOT);
    List<String> cells = new ArrayList<>();
    cells.add(assessment.worker().label());
    if (report.isOfSeveralLists()) {
      cells.add(assessment.offer().provider());
    }
    cells.add(report.perHour(assessment));
    cells.add(report.write(Wording.difference(assessment)));
    cells.add(report.write("report.verdict." + verdict));
    cells.add(report.write(reason(assessment)));
    return new Row(report.isRecommended(assessment), cells);
  }

  /** The verdict and the difference stand beside it: what is left to say is what they buy. */
  private static Message reason(Assessment assessment) {
    Message reason = assessment.reason();
    return switch (assessment.verdict()) {
      case ACCEPTABLE -> new Message("report.reason.acceptable", reason.values());
      case OVERSIZED, OVERSIZED_AND_DEAR -> new Message("report.reason.oversized", reason.values());
      default -> reason;
    };
  }

  private String verdict(QuantizationChoice format, Optional<Assessment> best) {
    if (best.isEmpty()) {
      return report.write(
          Message.of("report.comparison.none").word("quantization", format.asked()));
    }
    String verdict =
        report.write(
            Message.of("report.comparison.best")
                .word("offer", best.get().worker().label())
                .word("quantization", format.asked()));
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
    return Message.of("report.comparison.recommended_instead")
        .word("offer", recommended.worker().label());
  }
}
