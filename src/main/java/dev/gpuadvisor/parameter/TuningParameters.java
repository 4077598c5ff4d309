package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.tuning.Checkpointing;
import dev.gpuadvisor.sizing.tuning.Offload;
import dev.gpuadvisor.sizing.tuning.Optimizer;
import dev.gpuadvisor.sizing.tuning.Precision;
import dev.gpuadvisor.sizing.tuning.Sharding;
import dev.gpuadvisor.sizing.tuning.Trainer;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/** The parameters of fine-tuning. */
public final class TuningParameters {

  private static final long MOST_TOKENS = 10_000_000_000_000L;
  private static final long MOST_EXAMPLES = 1_000_000_000;
  private static final int MOST_PASSES = 65_536;

  static final Definitions DEFINED = new Definitions();

  public static final Parameter<TaskName> TASK =
      DEFINED.add(
          Parameter.of("task", TrainingNames.TASKS, Msg.Parameter.task(), Msg.Parameter.taskLabel())
              .in(Group.TRAINING)
              .defaultsTo("inference")
              .forExample("lora"));

  public static final Parameter<Integer> BATCH =
      DEFINED.add(
          Parameter.of(
                  "batch",
                  NumberType.whole(1, Tuning.MAX_BATCH, Dimension.COUNT),
                  Msg.Parameter.batch(),
                  Msg.Parameter.batchLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo(Tuning.DEFAULT_BATCH));

  public static final Parameter<Integer> GRADIENT_ACCUMULATION =
      DEFINED.add(
          Parameter.of(
                  "gradient_accumulation",
                  NumberType.whole(1, MOST_PASSES, Dimension.COUNT),
                  Msg.Parameter.gradientAccumulation(),
                  Msg.Parameter.gradientAccumulationLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo(1)
              .forExample("8")
              .inSlack("accumulation", "gradient_accumulation_steps", "grad_accum"));

  public static final Parameter<Integer> SEQUENCE_LENGTH =
      DEFINED.add(
          Parameter.of(
                  "sequence_length",
                  NumberType.whole(1, Tuning.MAX_SEQUENCE_LENGTH, Dimension.TOKENS),
                  Msg.Parameter.sequenceLength(),
                  Msg.Parameter.sequenceLengthLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo(Tuning.DEFAULT_SEQUENCE_LENGTH)
              .forExample("4k")
              .inSlack("seq"));

  public static final Parameter<Boolean> TRAIN_EMBEDDINGS =
      DEFINED.add(
          Parameter.of(
                  "train_embeddings",
                  new FlagType(),
                  Msg.Parameter.trainEmbeddings(),
                  Msg.Parameter.trainEmbeddingsLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINED_ADAPTERS)
              .defaultsTo("false"));

  public static final Parameter<Trainer> TRAINER =
      DEFINED.add(
          Parameter.of(
                  "trainer",
                  TrainingNames.TRAINERS,
                  Msg.Parameter.trainer(),
                  Msg.Parameter.trainerLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo("transformers")
              .forExample("unsloth"));

  public static final Parameter<Sharding> SHARDING =
      DEFINED.add(
          Parameter.of(
                  "sharding",
                  TrainingNames.SHARDINGS,
                  Msg.Parameter.sharding(),
                  Msg.Parameter.shardingLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo("auto")
              .forExample("fsdp"));

  public static final Parameter<Offload> OFFLOAD =
      DEFINED.add(
          Parameter.of(
                  "offload",
                  EnumType.of(Offload.values())
                      .also(Offload.PARAMETERS, "params", "parameter", "all", "cpu"),
                  Msg.Parameter.offload(),
                  Msg.Parameter.offloadLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo("none"));

  public static final Parameter<Optimizer> OPTIMIZER =
      DEFINED.add(
          Parameter.of(
                  "optimizer",
                  TrainingNames.OPTIMIZERS,
                  Msg.Parameter.optimizer(),
                  Msg.Parameter.optimizerLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .forExample("adamw_8bit"));

  public static final Parameter<Precision> PRECISION =
      DEFINED.add(
          Parameter.of(
                  "precision",
                  EnumType.of(Precision.values())
                      .also(Precision.MIXED, "amp", "bf16-mixed", "fp32-master")
                      .also(Precision.UPCAST, "kbit", "fp32-norms", "upcast-layernorm")
                      .also(Precision.BF16, "bf16-true", "pure-bf16"),
                  Msg.Parameter.precision(),
                  Msg.Parameter.precisionLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING));

  public static final Parameter<Checkpointing> CHECKPOINTING =
      DEFINED.add(
          Parameter.of(
                  "gradient_checkpointing",
                  TrainingNames.CHECKPOINTINGS,
                  Msg.Parameter.gradientCheckpointing(),
                  Msg.Parameter.gradientCheckpointingLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING));

  public static final Parameter<Boolean> FUSED_LOSS =
      DEFINED.add(
          Parameter.of(
                  "fused_loss",
                  new FlagType(),
                  Msg.Parameter.fusedLoss(),
                  Msg.Parameter.fusedLossLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING));

  public static final Parameter<Boolean> FLASH_ATTENTION =
      DEFINED.add(
          Parameter.of(
                  "flash_attention",
                  new FlagType(),
                  Msg.Parameter.flashAttention(),
                  Msg.Parameter.flashAttentionLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo("true"));

  public static final Parameter<Boolean> DOUBLE_QUANTIZATION =
      DEFINED.add(
          Parameter.of(
                  "double_quantization",
                  new FlagType(),
                  Msg.Parameter.doubleQuantization(),
                  Msg.Parameter.doubleQuantizationLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING));

  public static final Parameter<Long> DATASET_TOKENS =
      DEFINED.add(
          Parameter.of(
                  "dataset_tokens",
                  NumberType.large(1, MOST_TOKENS, Dimension.MANY_TOKENS),
                  Msg.Parameter.datasetTokens(),
                  Msg.Parameter.datasetTokensLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .forExample("5m")
              .inSlack("dataset", "data"));

  public static final Parameter<Long> EXAMPLES =
      DEFINED.add(
          Parameter.of(
                  "examples",
                  NumberType.large(1, MOST_EXAMPLES, Dimension.MANY),
                  Msg.Parameter.examples(),
                  Msg.Parameter.examplesLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .forExample("20k"));

  public static final Parameter<Integer> AVERAGE_TOKENS =
      DEFINED.add(
          Parameter.of(
                  "average_tokens",
                  NumberType.whole(1, Tuning.MAX_SEQUENCE_LENGTH, Dimension.TOKENS),
                  Msg.Parameter.averageTokens(),
                  Msg.Parameter.averageTokensLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .forExample("400"));

  public static final Parameter<BigDecimal> EPOCHS =
      DEFINED.add(
          Parameter.of(
                  "epochs",
                  NumberType.decimal("0.01", "1000", Dimension.EPOCHS),
                  Msg.Parameter.epochs(),
                  Msg.Parameter.epochsLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo("1")
              .forExample("3"));

  public static final Parameter<Boolean> PACKING =
      DEFINED.add(
          Parameter.of(
                  "packing", new FlagType(), Msg.Parameter.packing(), Msg.Parameter.packingLabel())
              .in(Group.TRAINING)
              .only(Scope.TRAINING)
              .defaultsTo("false"));

  public static final Parameter<BigDecimal> BUDGET_PER_RUN =
      DEFINED.add(
          Parameter.of(
                  "budget_per_run",
                  NumberType.decimal("0.01", "10000000", Dimension.USD),
                  Msg.Parameter.budgetPerRun(),
                  Msg.Parameter.budgetPerRunLabel())
              .in(Group.RENTING)
              .only(Scope.TRAINING)
              .forExample("50"));

  private TuningParameters() {}
}
