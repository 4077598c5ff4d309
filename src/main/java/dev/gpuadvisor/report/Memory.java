package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the memory is needed for, and how far the task could grow on what was picked. */
record Memory(Report report) {

  /** A part of an estimate; a column only where some format needs it. */
  private record Part(Message head, ToLongFunction<MemoryEstimate> bytes) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(Msg.Report.headWeights(), MemoryEstimate::weightsBytes),
          new Part(Msg.Report.headKvCache(), MemoryEstimate::kvCacheBytes),
          new Part(Msg.Report.headActivations(), MemoryEstimate::activationsBytes),
          new Part(Msg.Report.headAdapters(), MemoryEstimate::adaptersBytes),
          new Part(Msg.Report.headTraining(), MemoryEstimate::trainingBytes),
          new Part(Msg.Report.headCudaContext(), MemoryEstimate::cudaContextBytes),
          new Part(Msg.Report.headRequired(), MemoryEstimate::requiredBytes));

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

  private DocumentBlock split() {
    List<Part> parts = PARTS.stream().filter(this::isNeeded).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(report.column(Msg.Report.headFormat()));
    parts.forEach(part -> columns.add(report.numbers(part.head())));
    columns.add(report.numbers(Msg.Report.headError()));
    List<Row> rows =
        report.recommendation().memory().stream().map(each -> row(each, parts)).toList();
    return new DocumentBlock.Table(columns, rows);
  }

  private boolean isNeeded(Part part) {
    return report.recommendation().memory().stream()
        .anyMatch(each -> part.bytes().applyAsLong(each.estimate()) > 0);
  }

  private Row row(QuantizedEstimate estimate, List<Part> parts) {
    List<String> cells = new ArrayList<>();
    cells.add(Wording.format(estimate.quantization()));
    for (Part part : parts) {
      cells.add(report.gib(part.bytes().applyAsLong(estimate.estimate())));
    }
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
