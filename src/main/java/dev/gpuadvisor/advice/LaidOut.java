package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.tuning.TuningFitting;
import java.util.Optional;

/**
 * A task laid on some GPUs: what it takes there, and how fast it is.
 *
 * @param quantization the format that its name means on these GPUs
 * @param estimate of training: what all GPUs take together
 * @param speed empty where the task does not fit, or generates nothing
 */
public record LaidOut(
    Task task,
    QuantizationChoice quantization,
    MemoryEstimate estimate,
    Hardware hardware,
    Fitting fitting,
    Optional<SpeedEstimate> speed) {

  public static LaidOut of(Task task, QuantizationChoice asked, Hardware hardware) {
    QuantizationChoice meant =
        task instanceof Workload workload ? asked.on(workload.runtime(), hardware) : asked;
    MemoryEstimate estimate =
        task instanceof Tuning tuning
            ? new TuningFitting(tuning, asked.format(), hardware).estimate()
            : task.estimate(asked.format());
    Fitting fitting = Fitting.of(task, meant.format(), estimate, hardware);
    Optional<SpeedEstimate> speed =
        fitting.fit() != Fit.NO && task instanceof Workload workload && workload.generates()
            ? Optional.of(SpeedEstimate.of(workload, meant.format(), hardware))
            : Optional.empty();
    return new LaidOut(task, meant, estimate, hardware, fitting, speed);
  }

  /** {@code 2 x RTX_4090}. */
  public String label() {
    String card = hardware.worstCard().id();
    return hardware.gpus() == 1 ? card : hardware.gpus() + " x " + card;
  }
}
