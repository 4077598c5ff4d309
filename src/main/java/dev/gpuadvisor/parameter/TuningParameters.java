package dev.gpuadvisor.parameter;

import dev.gpuadvisor.sizing.Tuning;
import java.util.List;

/** The parameters of fine-tuning. */
public final class TuningParameters {

  public static final Parameter<TaskName> TASK =
      Parameter.of("task", EnumType.of(TaskName.values())).defaultsTo("inference");
  public static final Parameter<Integer> BATCH =
      Parameter.of("batch", new WholeNumber(1, Tuning.MAX_BATCH)).defaultsTo(Tuning.DEFAULT_BATCH);
  public static final Parameter<Integer> SEQUENCE_LENGTH =
      Parameter.of("sequence_length", new WholeNumber(1, Tuning.MAX_SEQUENCE_LENGTH))
          .defaultsTo(Tuning.DEFAULT_SEQUENCE_LENGTH);
  public static final Parameter<Flag> TRAIN_EMBEDDINGS =
      Parameter.of("train_embeddings", EnumType.of(Flag.values())).defaultsTo("false");

  static final List<Parameter<?>> ALL = List.of(TASK, BATCH, SEQUENCE_LENGTH, TRAIN_EMBEDDINGS);

  private TuningParameters() {}

  /** Yes or no, as a JSON would say it. */
  public enum Flag {
    TRUE,
    FALSE
  }
}
