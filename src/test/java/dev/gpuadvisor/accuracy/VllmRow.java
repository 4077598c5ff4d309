package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeReason;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One start of vLLM: what its log printed, and what the program says of the same settings. */
record VllmRow(Map<String, String> cells, Workload workload, Quantization format, Fitting fitting) {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final double MIB_PER_GIB = 1024;

  private static final double GIB = 1L << 30;

  /** Empty where the model or the format is not in the catalogue. */
  static Optional<VllmRow> of(Map<String, String> cells) {
    Optional<Model> model = CATALOG.models().find(cells.get("model"));
    Optional<Quantization> format = CATALOG.quantizations().find(cells.get("format"));
    Optional<Card> card = CATALOG.cards().find(cells.get("card"));
    if (model.isEmpty() || format.isEmpty() || card.isEmpty()) {
      return Optional.empty();
    }
    String name = cells.get("runtime").isEmpty() ? "vllm" : cells.get("runtime");
    RuntimeProfile runtime = CATALOG.runtimes().find(name).orElseThrow();
    int length = number(cells, "context").orElse(model.get().maxContext());
    Workload workload =
        new Workload(
            model.get(),
            runtime,
            new Tokens(length, Math.min(1, length), 1),
            KvCacheType.valueOf(cells.get("kv_cache").toUpperCase(Locale.ROOT)),
            Adapters.NONE,
            settings(cells, runtime),
            RuntimeReason.ASKED,
            List.of());
    Hardware hardware = new Hardware(List.of(sized(card.get(), cells)), gpus(cells));
    Fitting fitting = Fitting.of(workload, format.get(), workload.estimate(format.get()), hardware);
    return Optional.of(new VllmRow(cells, workload, format.get(), fitting));
  }

  /** At its own settings: the default share is as much a setting as one that was given. */
  private static RuntimeSettings settings(Map<String, String> cells, RuntimeProfile runtime) {
    String share = cells.get("utilization");
    return new RuntimeSettings(
        OptionalDouble.of(share.isEmpty() ? runtime.usableFraction() : Double.parseDouble(share)),
        number(cells, "sequences"),
        number(cells, "tokens"),
        cells.get("parallel").isEmpty()
            ? Parallel.tensor(gpus(cells))
            : Parallel.parse(cells.get("parallel")).orElseThrow(),
        !cells.get("eager").isEmpty(),
        !cells.get("text_only").isEmpty(),
        Optional.of(cells.get("prefix_caching")).filter(cell -> !cell.isEmpty()).map("yes"::equals),
        LlamaCppSettings.DEFAULT,
        Optional.empty(),
        0);
  }

  /** The card with the total that the log prints. */
  private static Card sized(Card card, Map<String, String> cells) {
    if (cells.get("total_gib").isEmpty()) {
      return card;
    }
    int mib = (int) Math.round(Double.parseDouble(cells.get("total_gib")) * MIB_PER_GIB);
    return new Card(
        card.id(),
        card.name(),
        card.architecture(),
        card.computeCapability(),
        card.nominalGb(),
        mib + card.reservedMib(),
        card.reservedMib(),
        card.bandwidthGbPerSecond(),
        card.memoryType(),
        card.fp16Tflops(),
        card.fp8Tflops(),
        card.tdpWatts(),
        card.nvlink(),
        card.vendor(),
        card.provenance());
  }

  Card card() {
    return sized(CATALOG.cards().find(cells.get("card")).orElseThrow(), cells);
  }

  int gpus() {
    return gpus(cells);
  }

  private static int gpus(Map<String, String> cells) {
    return number(cells, "gpus").orElseThrow();
  }

  private static OptionalInt number(Map<String, String> cells, String name) {
    String cell = cells.get(name);
    return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
  }

  OptionalDouble measured(String name) {
    String cell = cells.get(name);
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  Optional<VllmMemory> memory() {
    return fitting.vllm().map(vllm -> vllm.memory());
  }

  boolean started() {
    return cells.get("outcome").equals("started");
  }

  boolean failed() {
    return !started() && !cells.get("outcome").isEmpty();
  }

  /** What is not stated, or otherwise in the way. */
  String remark() {
    List<String> remarks = new ArrayList<>();
    if (cells.get("runtime").isEmpty()) {
      remarks.add("release not stated");
    }
    if (cells.get("utilization").isEmpty()) {
      remarks.add("share not stated");
    }
    if (!cells.get("flag").isEmpty()) {
      remarks.add(cells.get("flag"));
    }
    return String.join("; ", remarks);
  }

  /** Whether release, share and checkpoint are stated. */
  boolean isStated() {
    return remark().isEmpty();
  }

  boolean isFit() {
    return fitting.fit() != Fit.NO;
  }

  static double gib(long bytes) {
    return bytes / GIB;
  }
}
