package dev.gpuadvisor.api.input;

import dev.gpuadvisor.sizing.Tuning;
import java.util.List;

/** The parameters of fine-tuning. */
final class TuningParameters {

  static final Parameter<TaskName> TASK =
      Parameter.of("task", Choice.of(TaskName.values())).defaultsTo("inference");
  static final Parameter<Integer> BATCH =
      Parameter.of("batch", new WholeNumber(1, Tuning.MAX_BATCH)).defaultsTo(Tuning.DEFAULT_BATCH);
  static final Parameter<Integer> SEQUENCE_LENGTH =
      Parameter.of("sequence_length", new WholeNumber(1, Tuning.MAX_SEQUENCE_LENGTH))
          .defaultsTo(Tuning.DEFAULT_SEQUENCE_LENGTH);
  static final Parameter<Flag> TRAIN_EMBEDDINGS =
      Parameter.of("train_embeddings", Choice.of(Flag.values())).defaultsTo("false");

  static final List<Parameter<?>> ALL = List.of(TASK, BATCH, SEQUENCE_LENGTH, TRAIN_EMBEDDINGS);

  private TuningParameters() {}

  /** Yes or no, as a JSON would say it. */
  enum Flag {
    TRUE,
    FALSE
  }
}
