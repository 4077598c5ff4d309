package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The part of {@code docs/accuracy.md} about fine-tuning on several GPUs. */
final class GpusPage {

  private final StringBuilder text = new StringBuilder();

  private GpusPage() {}

  static String of(List<GpusRow> rows) {
    GpusPage page = new GpusPage();
    page.opening();
    page.group("several GPUs", rows, row -> row.gpus() > 1);
    page.group("one GPU, several trainers", rows, row -> row.gpus() == 1);
    page.heading();
    rows.forEach(page::line);
    return page.text.toString();
  }

  private void opening() {
    text.append(
        """

        ## Fine-tuning on several GPUs, and with other trainers

        Peak of each GPU in GiB; with CUDA context and buffers of NCCL where the source reports the process and not the allocator. Which rows
        were left out, and why, stands at the head of
        [the rows](../src/test/resources/measured/finetuning-gpus.csv). What ran out of memory is estimated above its card's.

        | | rows | mean | median | worst | lowest | within 20 % |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        """);
  }

  private void group(String name, List<GpusRow> rows, Predicate<GpusRow> member) {
    Errors errors =
        new Errors(
            rows.stream()
                .filter(member)
                .filter(row -> row.measured().isPresent())
                .mapToDouble(GpusRow::errorPercent)
                .sorted()
                .toArray());
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

  private void heading() {
    text.append(
        """

        | Row | Model | Method | GPUs | Sharding | Offload | Optimizer | Precision | Checkpoints | Loss | Batch | Tokens | Measured | Estimated | Error |
        | --- | --- | --- | ---: | --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
        """);
  }

  private void line(GpusRow row) {
    TrainingSettings settings = row.tuning().settings();
    boolean ran = row.measured().isPresent();
    line(
        "| %s | %s | %s | %d | %s | %s | %s | %s | %s | %s | %d | %d | %s | %.2f | %s |",
        row.id(),
        row.tuning().model().id(),
        name(row.tuning().method()),
        row.gpus(),
        name(settings.sharding()),
        name(settings.offload()),
        name(settings.optimizer()),
        name(settings.precision()),
        name(settings.checkpointing()),
        settings.fusedLoss() ? "fused" : "whole",
        row.tuning().batch(),
        row.tuning().sequenceLength(),
        ran ? number("%.2f", row.measured().get()) : "more than " + row.cardGib(),
        ran ? row.estimated() : row.peak(),
        ran ? number("%+.1f", row.errorPercent()) : "-");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
