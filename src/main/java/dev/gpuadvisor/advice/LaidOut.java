package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.WorkerLoad;
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
 * A task laid on some GPUs: what it takes there, and how fast it is. No record: the speed is worked
 * out when it is asked for, since of most hardware it is not.
 */
public final class LaidOut {

  private final Task task;
  private final QuantizationChoice quantization;
  private final MemoryEstimate estimate;
  private final Hardware hardware;
  private final Fitting fitting;
  private Optional<SpeedEstimate> speed;

  private LaidOut(
      Task task,
      QuantizationChoice quantization,
      MemoryEstimate estimate,
      Hardware hardware,
      Fitting fitting) {
    this.task = task;
    this.quantization = quantization;
    this.estimate = estimate;
    this.hardware = hardware;
    this.fitting = fitting;
  }

  public static LaidOut of(Task task, QuantizationChoice asked, Hardware hardware) {
    MemoryEstimate estimate =
        task instanceof Tuning tuning
            ? new TuningFitting(tuning, asked.format(), hardware).estimate()
            : task.estimate(asked.format());
    return of(task, asked, estimate, hardware);
  }

  /**
   * @param asked the format, or one of the same size that these cards run
   * @param estimate of the task in what was asked for
   */
  static LaidOut of(
      Task task, QuantizationChoice asked, MemoryEstimate estimate, Hardware hardware) {
    QuantizationChoice meant =
        task instanceof Workload workload ? asked.on(workload.runtime(), hardware) : asked;
    Fitting fitting = Fitting.of(task, meant.format(), estimate, hardware);
    return new LaidOut(task, meant, estimate, hardware, fitting);
  }

  public Task task() {
    return task;
  }

  /** The format that its name means on these GPUs. */
  public QuantizationChoice quantization() {
    return quantization;
  }

  /** Of training: what all GPUs take together. */
  public MemoryEstimate estimate() {
    return estimate;
  }

  public Hardware hardware() {
    return hardware;
  }

  public Fitting fitting() {
    return fitting;
  }

  /** Empty where the task does not fit, or generates nothing. */
  public Optional<SpeedEstimate> speed() {
    if (speed == null) {
      speed =
          hasSpeed()
              ? Optional.of(SpeedEstimate.of((Workload) task, quantization.format(), hardware))
              : Optional.empty();
    }
    return speed;
  }

  private boolean hasSpeed() {
    return fitting.fit() != Fit.NO && task instanceof Workload workload && workload.generates();
  }

  /** How it carries a load; empty where there is none, or where it generates nothing there. */
  public Optional<WorkerLoad> carrying(Optional<Load> load) {
    return load.filter(all -> hasSpeed())
        .map(all -> WorkerLoad.of(all, (Workload) task, quantization.format(), hardware, fitting));
  }

  /** {@code 2 x RTX_4090}. */
  public String label() {
    String card = hardware.worstCard().id();
    return hardware.gpus() == 1 ? card : hardware.gpus() + " x " + card;
  }
}
