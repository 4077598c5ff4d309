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
    page.gates(rows);
    rows.forEach(page::line);
    return page.text.toString();
  }

  private void opening() {
    text.append(
        """

        ## Every start of vLLM

        GiB of one GPU, as the log prints them / as estimated, by the rules of the release. Sequences: full-length ones that a cache of the printed
        size holds. A remark says what is not stated; such rows count in the gates below only under "all". Settings are stated where release, share
        and checkpoint are, and nothing was loaded besides.

        """);
  }

  private void gates(List<VllmRow> rows) {
    List<VllmRow> stated = rows.stream().filter(VllmRow::isStated).toList();
    text.append(
        """
        | Rule | Rows | Weights, median and worst | Cache within 0.5 GiB or 3 % | Sequences within 3 % | the same in the printed cache | Failed, called a fit | Started, refused |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    for (VllmRule rule : VllmRule.values()) {
      gate(new VllmGates(rule, rows), "all");
      gate(new VllmGates(rule, stated), "settings stated");
    }
    text.append(
        """

        | Release | Model | Format | GPUs | Weights | Peak | Outside | Cache | Sequences | Outcome | Fit | Remark |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
  }

  private void gate(VllmGates gates, String rows) {
    List<Double> weights = gates.weights();
    boolean own = gates.rule() == VllmRule.ADVISOR;
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s | %s | %s | %s |\n",
            gates.rule().text(),
            rows,
            own
                ? String.format(
                    Locale.ROOT,
                    "%.1f %%, %.1f %%",
                    100 * weights.get(weights.size() / 2),
                    100 * weights.get(weights.size() - 1))
                : "-",
            gates.cache(),
            gates.sequences(),
            own ? gates.layout() : "-",
            gates.failedCalledFits(),
            gates.startedRefused()));
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
            row.remark()));
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
