package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppRow;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppRow.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The part of {@code docs/accuracy.md} that holds llama.cpp's logs against estimates. */
final class LlamaCppPage {

  private static final double MIB = 1L << 20;

  private final StringBuilder text = new StringBuilder();

  private LlamaCppPage() {}

  static String of(List<LlamaCppRow> rows) {
    LlamaCppPage page = new LlamaCppPage();
    page.opening();
    page.rules(rows);
    rows.forEach(page::line);
    return page.text.toString();
  }

  private void opening() {
    text.append(
        """

        ## Every log of llama.cpp

        MiB of one GPU with all layers, as the log prints them / as estimated. Beside the sums stands what people reckon with: the whole file and
        the keys and values, without compute buffer; and gguf-parser's rule, as its source has it (gpustack/gguf-parser-go@02c89bf7).

        """);
  }

  /** How far the sums lie off, by this program and by what people reckon with. */
  private void rules(List<LlamaCppRow> rows) {
    List<LlamaCppRow> sums = rows.stream().filter(row -> row.sum().isPresent()).toList();
    text.append("| Rule | Rows | Median error | Worst | Sums within 3 % |\n");
    text.append("| --- | ---: | ---: | ---: | ---: |\n");
    rule("this program", sums, LlamaCppRow::estimatedSum);
    rule("file and cache", sums, LlamaCppPage::naive);
    rule("file x 1.2", sums, row -> 1.2 * file(row));
    rule("gguf-parser", sums, GgufParserRule::mib);
    text.append(
        """

        | Builds | Model | Format | Context | Slots | Step | Cache | Weights | Host | Keys and values | State | Compute | Sum | File and cache |
        | --- | --- | --- | ---: | ---: | ---: | --- | --- | --- | --- | --- | --- | --- | ---: |
        """);
  }

  private void rule(String name, List<LlamaCppRow> rows, ToDoubleFunction<LlamaCppRow> sum) {
    List<Double> errors =
        rows.stream()
            .map(row -> 100 * Math.abs(sum.applyAsDouble(row) / row.sum().orElseThrow() - 1))
            .sorted()
            .toList();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f %% | %.1f %% | %d |\n",
            name,
            rows.size(),
            errors.get(errors.size() / 2),
            errors.get(errors.size() - 1),
            errors.stream().filter(error -> error <= 3).count()));
  }

  private void line(LlamaCppRow row) {
    boolean hasSum = row.sum().isPresent();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %d | %d | %d | %s | %s | %s | %s | %s | %s | %s | %s |\n",
            row.runtime(),
            row.model().id(),
            row.measured(Buffer.MODEL_GPU).isPresent() ? row.format().id() : "-",
            row.setup().tokens(),
            row.setup().slots(),
            row.setup().step(),
            row.setup().cacheType().name().toLowerCase(Locale.ROOT),
            pair(row, Buffer.MODEL_GPU),
            pair(row, Buffer.MODEL_HOST),
            pair(row, Buffer.KV),
            pair(row, Buffer.RECURRENT),
            pair(row, Buffer.COMPUTE),
            hasSum ? pair(row.sum(), row.estimatedSum()) : "-",
            hasSum ? String.format(Locale.ROOT, "%.0f", naive(row)) : "-"));
  }

  /** The file and a cache of all layers. */
  private static double naive(LlamaCppRow row) {
    double elements = row.model().shape().cacheElements(row.setup().tokens());
    return file(row) + elements * row.setup().cacheType().bytesPerBlock() / 32 / MIB;
  }

  private static double file(LlamaCppRow row) {
    return row.estimated(Buffer.MODEL_GPU) + row.estimated(Buffer.MODEL_HOST);
  }

  private static String pair(LlamaCppRow row, Buffer buffer) {
    return row.measured(buffer).isEmpty() ? "-" : pair(row.measured(buffer), row.estimated(buffer));
  }

  private static String pair(OptionalDouble measured, double estimated) {
    return String.format(Locale.ROOT, "%.2f / %.2f", measured.orElseThrow(), estimated);
  }
}
