package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Msg;

/** The parameters of fine-tuning. */
public final class TuningParameters {

  static final Definitions DEFINED = new Definitions();

  public static final Parameter<TaskName> TASK =
      DEFINED.add(
          Parameter.of(
                  "task",
                  EnumType.of(TaskName.values()),
                  Msg.Parameter.task(),
                  Msg.Parameter.taskLabel())
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

  private TuningParameters() {}
}
