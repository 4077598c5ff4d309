package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.TaskName;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import java.util.List;
import java.util.Optional;

/** From parameters to a task: the checks that need more than one of them. */
public sealed interface TaskInput permits WorkloadInput, TuningInput {

  /**
   * @throws dev.gpuadvisor.problem.ProblemException where it cannot be told which task is meant:
   *     what else is wrong depends on it
   */
  static TaskInput of(Inputs inputs) {
    if (inputs.isGiven(TuningParameters.TASK) && inputs.one(TuningParameters.TASK).isEmpty()) {
      inputs.requireValid();
    }
    Optional<Model> model = new ModelInput(inputs).model();
    return inputs
        .one(TuningParameters.TASK)
        .flatMap(TaskName::method)
        .<TaskInput>map(method -> new TuningInput(inputs, model, method))
        .orElseGet(() -> new WorkloadInput(inputs, model));
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
