package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/**
 * A workload without offers.
 *
 * @param card that it is laid on; empty where the caller names none
 * @param gpus how many of the card
 * @param load that it is to carry; empty where there is none
 */
public record EstimateQuestion(
    Task task,
    QuantizationChoice quantization,
    Optional<Card> card,
    int gpus,
    Optional<Load> load) {

  private static final List<String> DEFAULT_FAMILY = List.of("8bit");

  static Optional<EstimateQuestion> read(Inputs inputs) {
    if (inputs.isGiven(LookupParameters.GPUS) && !inputs.isGiven(LookupParameters.CARD)) {
      inputs.fault(LookupParameters.CARD, Msg.Fault.gpusOfWhat());
    }
    if (LoadInput.isGiven(inputs) && !inputs.isGiven(LookupParameters.CARD)) {
      inputs.fault(LookupParameters.CARD, Msg.Fault.loadOnWhat());
    }
    return TaskInput.of(inputs).flatMap(input -> read(inputs, input));
  }

  private static Optional<EstimateQuestion> read(Inputs inputs, TaskInput input) {
    Optional<Task> task = input.task();
    List<QuantizationChoice> quantizations =
        input.quantizations(Parameters.QUANTIZATION, DEFAULT_FAMILY);
    if (task.isEmpty() || quantizations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EstimateQuestion(
            task.get(),
            quantizations.get(0),
            inputs.one(LookupParameters.CARD),
            inputs.one(LookupParameters.GPUS).orElse(gpusOf(task.get())),
            LoadInput.of(inputs, task.get(), List.of())));
  }

  /** As many as the parallelism that was asked for takes. */
  private static int gpusOf(Task task) {
    return task instanceof Workload workload
        ? Math.max(1, workload.settings().parallel().gpus())
        : 1;
  }
}
