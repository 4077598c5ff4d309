package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.Scope;
import dev.gpuadvisor.parameter.TaskName;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** From parameters to a task: the checks that need more than one of them. */
sealed interface TaskInput permits WorkloadInput, TuningInput {

  /** Empty where it cannot be told which task is meant: what else is wrong depends on it. */
  static Optional<TaskInput> of(Inputs inputs) {
    if (inputs.isFaulty(TuningParameters.TASK)) {
      return Optional.empty();
    }
    Optional<Model> model = new ModelInput(inputs).model();
    Optional<TuningMethod> tuning = inputs.one(TuningParameters.TASK).flatMap(TaskName::method);
    for (Parameter<?> parameter : inputs.given()) {
      refusal(parameter.scope(), tuning).ifPresent(why -> inputs.fault(parameter, why));
    }
    return Optional.of(
        tuning
            .<TaskInput>map(method -> new TuningInput(inputs, model, method))
            .orElseGet(() -> new WorkloadInput(inputs, model)));
  }

  /** Why a parameter of this scope is of no use to the task; empty where it is. */
  private static Optional<Message> refusal(Scope scope, Optional<TuningMethod> tuning) {
    String task = tuning.map(TaskName::of).orElse("");
    boolean full = tuning.isPresent() && !tuning.get().hasAdapters();
    Message adapters = Msg.Fault.adaptersOnly();
    return switch (scope) {
      case ANY -> Optional.empty();
      case SERVING -> tuning.map(any -> Msg.Fault.inferenceOnly(task));
      case TRAINING -> tuning.isEmpty() ? Optional.of(Msg.Fault.tuningOnly()) : Optional.empty();
      case ADAPTERS -> full ? Optional.of(adapters) : Optional.empty();
      case TRAINED_ADAPTERS ->
          tuning.isEmpty()
              ? Optional.of(Msg.Fault.tuningOnly())
              : full ? Optional.of(adapters) : Optional.empty();
    };
  }

  /** Empty where something is faulty. */
  Optional<Task> task();

  /**
   * What the names mean for this model and task; each format once.
   *
   * @param defaultFamilies what inference means where the caller does not say
   */
  List<QuantizationChoice> quantizations(
      Parameter<QuantizationName> parameter, List<String> defaultFamilies);
}
