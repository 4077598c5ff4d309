package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.tuning.Checkpointing;
import dev.gpuadvisor.sizing.tuning.Offload;
import dev.gpuadvisor.sizing.tuning.Optimizer;
import dev.gpuadvisor.sizing.tuning.Precision;
import dev.gpuadvisor.sizing.tuning.Sharding;
import dev.gpuadvisor.sizing.tuning.Trainer;
import dev.gpuadvisor.sizing.tuning.TrainingMemory;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import dev.gpuadvisor.sizing.tuning.TuningFitting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What each GPU of a run held at its peak.
 *
 * @param cardGib memory of the card; 0 where nobody says
 * @param allocator whether it is what the allocator says, without CUDA context, NCCL and fragments
 * @param measured in GiB; empty where memory ran out
 */
record GpusRow(
    String id,
    Tuning tuning,
    Quantization format,
    int gpus,
    int cardGib,
    boolean allocator,
    Optional<Double> measured,
    String source) {

  private static final double GIB = 1L << 30;

  static final List<GpusRow> ALL = Measured.gpus().map(GpusRow::parse).toList();

  static GpusRow parse(String line) {
    String[] cells = line.split(",", -1);
    TuningMethod method = constant(TuningMethod.class, cells[2]);
    LoraTargets targets = constant(LoraTargets.class, cells[7]);
    int rank = Integer.parseInt(cells[6]);
    Tuning tuning =
        new Tuning(
            Workloads.model(cells[1]),
            method,
            Integer.parseInt(cells[4]),
            Integer.parseInt(cells[5]),
            method.hasAdapters() ? new Adapters(1, rank, targets) : Adapters.NONE,
            false,
            settings(Arrays.asList(cells).subList(9, 16)));
    return new GpusRow(
        cells[0],
        tuning,
        Workloads.format(cells[3]),
        Integer.parseInt(cells[8]),
        Integer.parseInt(cells[16]),
        cells[17].equals("allocator"),
        cells[18].isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(cells[18])),
        cells[19]);
  }

  private static TrainingSettings settings(List<String> cells) {
    return new TrainingSettings(
        Trainer.TRANSFORMERS,
        constant(Sharding.class, cells.get(0)),
        constant(Offload.class, cells.get(1)),
        constant(Optimizer.class, cells.get(2)),
        new TrainingSettings.Options(
            Optional.of(constant(Precision.class, cells.get(3))),
            Optional.of(constant(Checkpointing.class, cells.get(4))),
            Optional.of(Boolean.valueOf(cells.get(5))),
            Boolean.parseBoolean(cells.get(6)),
            false),
        Optional.empty());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  /** In GiB, of what the source measured. */
  double estimated() {
    TrainingMemory memory = memory();
    long unseen = allocator ? memory.cudaContext() + memory.nccl() + memory.unusable() : 0;
    return (memory.peak() - unseen) / GIB;
  }

  /** In GiB: what the driver would show. */
  double peak() {
    return memory().peak() / GIB;
  }

  double errorPercent() {
    return (estimated() / measured.orElseThrow() - 1) * 100;
  }

  private TrainingMemory memory() {
    Hardware hardware = Workloads.cards(gpus, "H100_SXM");
    return new TuningFitting(tuning, format, hardware).memory();
  }
}
