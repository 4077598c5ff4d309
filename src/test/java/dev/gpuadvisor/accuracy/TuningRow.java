package dev.gpuadvisor.accuracy;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.tuning.Optimizer;
import dev.gpuadvisor.sizing.tuning.Sharding;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import java.util.Locale;

/** A published peak of memory of a fine-tuning run on one GPU. */
record TuningRow(Tuning tuning, Quantization format, double measured) implements Row {

  private static final double GB = 1e9;

  static TuningRow parse(String line) {
    String[] cells = line.split(",");
    TuningMethod method = TuningMethod.valueOf(cells[1].toUpperCase(Locale.ROOT));
    boolean quantized = method == TuningMethod.QLORA;
    Tuning tuning =
        new Tuning(
            Workloads.model(cells[0]),
            method,
            1,
            Integer.parseInt(cells[5]),
            Adapters.ofRank(Integer.parseInt(cells[3])),
            Boolean.parseBoolean(cells[4]),
            // What the Trainer took when these ran; passes and ZeRO as the source says.
            TrainingSettings.DEFAULT
                .with(Optimizer.ADAMW_TORCH)
                .with(quantized ? Sharding.ZERO2 : Sharding.AUTO)
                .accumulating(8));
    return new TuningRow(tuning, Workloads.format(cells[2]), Double.parseDouble(cells[6]));
  }

  /** {@code lora}, or {@code lora with embeddings}. */
  String method() {
    String name = tuning.method().name().toLowerCase(Locale.ROOT);
    return tuning.trainsEmbeddings() ? name + " with embeddings" : name;
  }

  @Override
  public String runtime() {
    return method();
  }

  @Override
  public Model model() {
    return tuning.model();
  }

  MemoryEstimate estimate() {
    return tuning.estimate(format);
  }

  /** GB: printed are whole processes, with their CUDA context. */
  @Override
  public double estimated() {
    return estimate().requiredBytes() / GB;
  }
}
