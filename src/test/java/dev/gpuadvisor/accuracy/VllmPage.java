package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The part of {@code docs/accuracy.md} that holds vLLM's start-up logs against estimates. */
final class VllmPage {

  private final StringBuilder text = new StringBuilder();

  private VllmPage() {}

  static String of(List<VllmRow> rows) {
    VllmPage page = new VllmPage();
    page.opening();
    rows.forEach(page::line);
    return page.text.toString();
  }

  private void opening() {
    text.append(
        """

        ## Every start of vLLM

        GiB of one GPU, as the log prints them / as estimated. Sequences: full-length ones that a cache of the printed size holds.
        Rows with a remark count in no gate. Rules: the release's own.

        | Release | Model | Format | GPUs | Weights | Peak | Outside | Cache | Sequences | Outcome | Fit | Remark |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
  }

  private void line(VllmRow row) {
    if (row.memory().isEmpty()) {
      return;
    }
    VllmMemory memory = row.memory().get();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s x %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
            row.cells().get("runtime").isEmpty() ? "?" : row.cells().get("runtime"),
            row.workload().model().id(),
            row.format().id(),
            row.cells().get("gpus"),
            row.cells().get("card"),
            pair(row.measured("weights_gib"), VllmRow.gib(memory.weights())),
            pair(row.measured("peak_gib"), VllmRow.gib(memory.activationPeak())),
            pair(row.measured("non_torch_gib"), VllmRow.gib(memory.nonTorch())),
            pair(row.measured("cache_gib"), VllmRow.gib(memory.cache())),
            pair(row.measured("concurrency"), concurrency(row)),
            row.cells().get("outcome"),
            row.fitting().fit().name().toLowerCase(Locale.ROOT),
            row.cells().get("flag")));
  }

  /**
   * Sequences in a cache of the size that the log prints, or of the estimate's where it does not.
   */
  static double concurrency(VllmRow row) {
    VllmMemory memory = row.memory().orElseThrow();
    OptionalDouble printed = row.measured("cache_gib");
    if (printed.isEmpty() || memory.cache() <= 0) {
      return memory.maxConcurrency();
    }
    return memory.maxConcurrency() * printed.getAsDouble() / VllmRow.gib(memory.cache());
  }

  private static String pair(OptionalDouble measured, double estimated) {
    return measured.isEmpty()
        ? String.format(Locale.ROOT, "- / %.2f", estimated)
        : String.format(Locale.ROOT, "%.2f / %.2f", measured.getAsDouble(), estimated);
  }
}
