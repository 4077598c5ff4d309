package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.sizing.TuningMethod;
import java.util.Optional;

/**
 * How a run is set up.
 *
 * @param data what it learns from; empty where nobody says
 * @param accumulation passes whose gradients are added up before weights change
 */
public record TrainingSettings(
    Trainer trainer,
    Sharding sharding,
    Offload offload,
    Optimizer optimizer,
    Options options,
    Optional<TrainingData> data,
    int accumulation) {

  /** Weights change after each pass. */
  public TrainingSettings(
      Trainer trainer,
      Sharding sharding,
      Offload offload,
      Optimizer optimizer,
      Options options,
      Optional<TrainingData> data) {
    this(trainer, sharding, offload, optimizer, options, data, 1);
  }

  /**
   * What is empty is as the trainer has it.
   *
   * @param flashAttention whether scores of attention are never stored
   * @param doubleQuantization whether the scales of NF4 are quantized too
   */
  public record Options(
      Optional<Precision> precision,
      Optional<Checkpointing> checkpointing,
      Optional<Boolean> fusedLoss,
      boolean flashAttention,
      boolean doubleQuantization) {

    public static final Options DEFAULT =
        new Options(Optional.empty(), Optional.empty(), Optional.empty(), true, false);
  }

  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          Trainer.TRANSFORMERS,
          Sharding.AUTO,
          Offload.NONE,
          Optimizer.ADAMW,
          Options.DEFAULT,
          Optional.empty());

  /** Who packs the states has the weights in 16 bit too, as published configurations do. */
  public Precision precision() {
    Precision usual = optimizer.in8Bit() ? Precision.BF16 : trainer.precision();
    return options.precision().orElse(usual);
  }

  /** Whether what is not quantized of the base is in 32 bit. */
  boolean isUpcast(TuningMethod method) {
    return method == TuningMethod.QLORA && precision() == Precision.UPCAST;
  }

  public Checkpointing checkpointing() {
    return options.checkpointing().orElse(trainer.checkpointing());
  }

  /** Whether no more than some tokens have their logits at a time. */
  public boolean fusedLoss() {
    return options.fusedLoss().orElse(trainer.fusedLoss());
  }

  public TrainingSettings with(Sharding other) {
    return new TrainingSettings(trainer, other, offload, optimizer, options, data, accumulation);
  }

  public TrainingSettings with(Offload other) {
    return new TrainingSettings(trainer, sharding, other, optimizer, options, data, accumulation);
  }

  public TrainingSettings with(Optimizer other) {
    return new TrainingSettings(trainer, sharding, offload, other, options, data, accumulation);
  }

  public TrainingSettings with(Trainer other) {
    return new TrainingSettings(other, sharding, offload, optimizer, options, data, accumulation);
  }

  public TrainingSettings with(TrainingData other) {
    Optional<TrainingData> learned = Optional.of(other);
    return new TrainingSettings(
        trainer, sharding, offload, optimizer, options, learned, accumulation);
  }

  public TrainingSettings with(Options others) {
    return new TrainingSettings(trainer, sharding, offload, optimizer, others, data, accumulation);
  }

  /** After so many passes. */
  public TrainingSettings accumulating(int passes) {
    return new TrainingSettings(trainer, sharding, offload, optimizer, options, data, passes);
  }
}
