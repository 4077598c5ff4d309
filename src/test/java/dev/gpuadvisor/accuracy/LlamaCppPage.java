package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.accuracy.LlamaCppRow.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The part of {@code docs/accuracy.md} that holds llama.cpp's logs against estimates. */
final class LlamaCppPage {

  private static final double MIB = 1L << 20;

  private final StringBuilder text = new StringBuilder();

  private LlamaCppPage() {}

  static String of(List<LlamaCppRow> rows) {
    LlamaCppPage page = new LlamaCppPage();
    page.opening();
    rows.forEach(page::line);
    return page.text.toString();
  }

  private void opening() {
    text.append(
        """

        ## Every log of llama.cpp

        MiB of one GPU with all layers, as the log prints them / as estimated. Beside the sums stands what people reckon with: the whole file and
        the keys and values, without compute buffer.

        | Builds | Model | Format | Context | Slots | Step | Cache | Weights | Host | Keys and values | State | Compute | Sum | File and cache |
        | --- | --- | --- | ---: | ---: | ---: | --- | --- | --- | --- | --- | --- | --- | ---: |
        """);
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
    double file = row.estimated(Buffer.MODEL_GPU) + row.estimated(Buffer.MODEL_HOST);
    double elements = row.model().shape().cacheElements(row.setup().tokens());
    return file + elements * row.setup().cacheType().bytesPerBlock() / 32 / MIB;
  }

  private static String pair(LlamaCppRow row, Buffer buffer) {
    return row.measured(buffer).isEmpty() ? "-" : pair(row.measured(buffer), row.estimated(buffer));
  }

  private static String pair(OptionalDouble measured, double estimated) {
    return String.format(Locale.ROOT, "%.2f / %.2f", measured.orElseThrow(), estimated);
  }
}
