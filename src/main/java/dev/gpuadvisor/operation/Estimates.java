package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.json.EstimateJson;
import dev.gpuadvisor.json.EstimateJson.OnCard;
import dev.gpuadvisor.json.EstimateJson.Sized;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.question.TaskInput;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** Sizing without offers. */
final class Estimates {

  private static final List<String> DEFAULT_FAMILY = List.of("8bit");

  private Estimates() {}

  static Content estimate(Call call) {
    Sized sized = sized(call.inputs());
    int gpus = call.inputs().one(LookupParameters.GPUS).orElse(1);
    Optional<OnCard> onCard =
        call.inputs().one(LookupParameters.CARD).map(card -> onCard(sized, card, gpus));
    return Content.json(
            json ->
                new EstimateJson(json, call.texts()).write(sized, onCard, call.inputs().readAs()))
        .summarized(() -> Summaries.of(sized, onCard));
  }

  private static Sized sized(Inputs inputs) {
    TaskInput input = TaskInput.of(inputs);
    Optional<Task> task = input.task();
    List<QuantizationChoice> quantizations =
        input.quantizations(Parameters.QUANTIZATION, DEFAULT_FAMILY);
    if (inputs.isGiven(LookupParameters.GPUS) && !inputs.isGiven(LookupParameters.CARD)) {
      inputs.fault(LookupParameters.CARD, Msg.Fault.gpusOfWhat());
    }
    inputs.requireValid();
    QuantizationChoice quantization = quantizations.get(0);
    return new Sized(
        task.orElseThrow(), quantization, task.orElseThrow().estimate(quantization.format()));
  }

  private static OnCard onCard(Sized sized, Card card, int gpus) {
    Hardware hardware = new Hardware(List.of(card), gpus);
    Quantization format = sized.quantization().format();
    Fitting fitting = Fitting.of(sized.task(), format, sized.estimate(), hardware);
    Optional<SpeedEstimate> speed =
        fitting.fit() != Fit.NO && sized.task() instanceof Workload workload && workload.generates()
            ? Optional.of(SpeedEstimate.of(workload, format, hardware))
            : Optional.empty();
    return new OnCard(card, gpus, fitting, speed);
  }
}
