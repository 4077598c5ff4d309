package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.tuning.LearningRow;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import java.util.List;
import java.util.Locale;

/** The part of {@code docs/accuracy.md} about the speed of fine-tuning. */
final class LearningPage {

  private LearningPage() {}

  static String of(List<LearningRow> rows) {
    Errors errors =
        new Errors(rows.stream().mapToDouble(LearningRow::errorPercent).sorted().toArray());
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """

            ## Speed of fine-tuning

            Tokens per second of each GPU, of %d runs: median error %.1f %%, %.0f %% of them within 25 %%. Left out, each of them comes out with a median error
            below 20 %% from the others of its kind, which a test holds. Which rows were left out, and why, stands at the head of
            [the rows](../src/test/resources/measured/finetuning-speed.csv).

            | Row | Model | Method | Trainer | GPUs | Sharding | Checkpoints | Batch | Tokens | Measured | Estimated | Error |
            | --- | --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
            """,
            errors.rows(),
            errors.median(),
            errors.within(25) * 100));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(LearningRow row) {
    TrainingSettings settings = row.tuning().settings();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d x %s | %s | %s | %d | %d | %.0f | %.0f | %+.1f |\n",
        row.id(),
        row.tuning().model().id(),
        name(row.tuning().method()),
        name(settings.trainer()),
        row.hardware().gpus(),
        row.hardware().worstCard().id(),
        name(settings.sharding()),
        name(settings.checkpointing()),
        row.tuning().batch(),
        row.tuning().sequenceLength(),
        row.measured(),
        row.estimated(),
        row.errorPercent());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
