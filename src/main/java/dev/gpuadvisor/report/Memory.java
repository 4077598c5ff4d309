package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.story.MemoryUse;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the memory is needed for, and how far the task could grow on what was picked. */
record Memory(Report report) {

  List<DocumentBlock> blocks() {
    List<DocumentBlock> blocks = new ArrayList<>();
    blocks.add(split());
    blocks.add(report.paragraph(report.write(Msg.Report.memoryNote())));
    if (report.question().constraints().maxGpus() > 1) {
      blocks.add(report.paragraph(report.write(Msg.Report.memorySplit())));
    }
    List<Assessment> picked = report.picked();
    if (!picked.isEmpty()) {
      blocks.add(limits(picked));
    }
    return blocks;
  }

  /** A column only for what some format needs. */
  private DocumentBlock split() {
    List<MemoryUse.Kind> parts =
        Arrays.stream(MemoryUse.Kind.values()).filter(this::isNeeded).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(report.column(Msg.Report.headFormat()));
    parts.forEach(part -> columns.add(new Column(report.write(part.title()), true)));
    columns.add(report.numbers(Msg.Report.headRequired()));
    columns.add(report.numbers(Msg.Report.headError()));
    List<Row> rows =
        report.recommendation().memory().stream().map(each -> row(each, parts)).toList();
    return new DocumentBlock.Table(columns, rows);
  }

  private boolean isNeeded(MemoryUse.Kind part) {
    return report.recommendation().memory().stream()
        .anyMatch(each -> part.bytes(each.estimate()) > 0);
  }

  private Row row(QuantizedEstimate estimate, List<MemoryUse.Kind> parts) {
    List<String> cells = new ArrayList<>();
    cells.add(Wording.format(estimate.quantization()));
    parts.forEach(part -> cells.add(report.gib(part.bytes(estimate.estimate()))));
    cells.add(report.gib(estimate.estimate().requiredBytes()));
    BigDecimal error = BigDecimal.valueOf(estimate.estimate().errorPercent());
    cells.add(report.write(Msg.Report.memoryError(error.stripTrailingZeros())));
    return new Row(false, cells);
  }

  private DocumentBlock limits(List<Assessment> picked) {
    boolean tuning = report.question().task() instanceof Tuning;
    List<Column> columns =
        List.of(
            report.column(Msg.Report.headOffer()),
            report.column(Msg.Report.headFormat()),
            report.numbers(Msg.Report.headUsable()),
            report.numbers(Msg.Report.headUsed()),
            report.numbers(
                tuning ? Msg.Report.headLongestSequence() : Msg.Report.headLongestContext()),
            report.numbers(tuning ? Msg.Report.headLargestBatch() : Msg.Report.headMostUsers()));
    return new DocumentBlock.Table(columns, picked.stream().map(this::limits).toList());
  }

  private Row limits(Assessment assessment) {
    return new Row(
        report.isRecommended(assessment),
        List.of(
            report.name(assessment),
            assessment.quantization().asked(),
            report.gib(assessment.fitting().usableBytes()),
            report.percent(assessment),
            report.count(assessment.fitting().largestContext()),
            report.count(assessment.fitting().largestConcurrency())));
  }
}
