package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.serving.ServingPage;
import dev.gpuadvisor.serving.ServingRows;
import dev.gpuadvisor.sizing.tuning.LearningRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code docs/accuracy.md}. */
final class Page {

  private static final String ERRORS_HEAD =
      " | rows | mean | median | worst | lowest | within 20 % |\n"
          + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";

  private final StringBuilder text = new StringBuilder();

  private Page() {}

  static String of(
      List<MemoryRow> memory, List<SpeedRow> speed, List<TuningRow> tuning, List<String> sources) {
    Page page = new Page();
    page.opening(sources);
    page.memorySummary(memory);
    page.speedSummary(speed);
    page.tuningSummary(tuning);
    page.memoryRows(memory);
    page.speedRows(speed);
    page.tuningRows(tuning);
    page.text.append(GpusPage.of(GpusRow.ALL));
    page.text.append(LearningPage.of(LearningRow.all()));
    page.text.append(ServingPage.of(ServingRows.ALL));
    page.text.append(VllmPage.of(VllmRows.ALL));
    page.text.append(LlamaCppPage.of(Measured.llamaCpp()));
    return page.text.toString();
  }

  private void opening(List<String> sources) {
    text.append(
        """
        # Accuracy

        How far the estimates lie from published measurements: every row, no selection. Errors are in percent of the measured value;
        below 0 an estimate is too low. This page and what `GET /v1/accuracy` answers are written by a test, which fails where they are
        out of date: `./mvnw test -Dtest=AccuracyPageTest -Daccuracy.refresh=true`.

        The constants of the rules, what each stands for and what it was calibrated on are in
        [runtimes.json](../src/main/resources/catalog/runtimes.json); why they are what they are in [Runtimes](decisions/runtimes.md) and
        [How fine-tuning is judged](decisions/tuning.md). The rows
        below are those that they were calibrated on, so that they show how well a few constants of physical meaning describe many
        measurements, not how well other runs are foretold. The speed of transformers-4.51 is tested by no row here.

        Sources:

        """);
    sources.forEach(source -> text.append("- ").append(source).append('\n'));
  }

  private void memorySummary(List<MemoryRow> rows) {
    text.append("\n## Memory\n\nPeaks of the allocator in GiB, without the CUDA context.\n");
    summary(rows, Grouping.OF_INFERENCE);
    text.append("\nWhat simple rules make of the same rows:\n\n| Rule").append(ERRORS_HEAD);
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      errors(rule.text(), Errors.of(rule, rows));
    }
  }

  private void speedSummary(List<SpeedRow> rows) {
    text.append("\n## Speed\n\nTokens a second of one sequence.\n");
    summary(rows, Grouping.OF_INFERENCE);
  }

  private void tuningSummary(List<TuningRow> rows) {
    text.append("\n## Fine-tuning\n\nMemory of the process in GB (10^9 bytes), CUDA context");
    text.append(" included, on one A100.\n");
    summary(rows, Grouping.OF_TUNING);
  }

  private void summary(List<? extends Row> rows, List<Grouping> groupings) {
    text.append("\n|").append(ERRORS_HEAD);
    errors("**all**", Errors.of(rows));
    for (Grouping grouping : groupings) {
      text.append("\n| ").append(grouping.title()).append(ERRORS_HEAD);
      for (Map.Entry<String, Errors> group : grouping.errors(rows).entrySet()) {
        errors(group.getKey(), group.getValue());
      }
    }
  }

  private void errors(String name, Errors errors) {
    line(
        "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.0f %% |",
        name,
        errors.rows(),
        errors.mean(),
        errors.median(),
        errors.worst(),
        errors.lowest(),
        errors.within(20) * 100);
  }

  private void memoryRows(List<MemoryRow> rows) {
    text.append("\n## Every row of memory\n\n");
    text.append("| Runtime | Model | Format | Prompt | Output | Measured | Estimated | Error |\n");
    text.append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (MemoryRow row : rows) {
      line(
          "| %s | %s | %s | %d | %d | %.3f | %.3f | %+.2f |",
          row.runtime(),
          row.model().id(),
          row.format().id(),
          row.tokens().promptTokens(),
          row.tokens().outputTokens(),
          row.measured(),
          row.estimated(),
          row.errorPercent());
    }
  }

  private void speedRows(List<SpeedRow> rows) {
    text.append("\n## Every row of speed\n\n");
    text.append("| Runtime | Model | Format | GPUs | Output | Measured | Estimated | Error |\n");
    text.append("| --- | --- | --- | --- | ---: | ---: | ---: | ---: |\n");
    for (SpeedRow row : rows) {
      line(
          "| %s | %s | %s | %d x %s | %d | %.2f | %.2f | %+.1f |",
          row.runtime(),
          row.model().id(),
          row.format().id(),
          row.hardware().gpus(),
          row.hardware().worstCard().id(),
          row.tokens().outputTokens(),
          row.measured(),
          row.estimated(),
          row.errorPercent());
    }
  }

  private void tuningRows(List<TuningRow> rows) {
    text.append("\n## Every row of fine-tuning\n\n");
    text.append("| Method | Model | Format | Rank | Tokens | Measured | Estimated | Error |\n");
    text.append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (TuningRow row : rows) {
      line(
          "| %s | %s | %s | %d | %d | %.1f | %.1f | %+.1f |",
          row.method(),
          row.model().id(),
          row.format().id(),
          row.tuning().adapters().rank(),
          row.tuning().sequenceLength(),
          row.measured(),
          row.estimated(),
          row.errorPercent());
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
