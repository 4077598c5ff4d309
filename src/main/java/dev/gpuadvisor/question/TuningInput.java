package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.TaskName;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.parameter.TuningParameters.Flag;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningFormats;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From parameters to a fine-tuning run. */
final class TuningInput implements TaskInput {

  private static final List<Parameter<?>> OF_INFERENCE =
      List.of(
          Parameters.RUNTIME,
          Parameters.CONTEXT,
          Parameters.OUTPUT_TOKENS,
          Parameters.CONCURRENCY,
          Parameters.ADAPTERS,
          Parameters.KV_CACHE);

  private static final List<Parameter<?>> OF_SPEED =
      List.of(Parameters.MIN_TOKENS_PER_SECOND, Parameters.RANK_BY);

  private static final List<Parameter<?>> OF_ADAPTERS =
      List.of(Parameters.LORA_RANK, Parameters.LORA_TARGETS, TuningParameters.TRAIN_EMBEDDINGS);

  private final Inputs inputs;
  private final TuningMethod method;
  private final Optional<Model> model;

  TuningInput(Inputs inputs, Optional<Model> model, TuningMethod method) {
    this.inputs = inputs;
    this.method = method;
    this.model = model;
  }

  @Override
  public Optional<Task> task() {
    refuse(OF_INFERENCE, Msg.Fault.inferenceOnly(TaskName.of(method)));
    refuse(OF_SPEED, Msg.Fault.speedOfTuning(TaskName.of(method)));
    if (!method.hasAdapters()) {
      refuse(OF_ADAPTERS, Msg.Fault.adaptersOnly());
    }
    Optional<Integer> rank = rank();
    boolean faulty =
        Stream.of(TuningParameters.BATCH, TuningParameters.SEQUENCE_LENGTH)
            .anyMatch(parameter -> inputs.isGiven(parameter) && inputs.one(parameter).isEmpty());
    if (model.isEmpty() || rank.isEmpty() || faulty) {
      return Optional.empty();
    }
    return Optional.of(tuning(model.get(), rank.get()));
  }

  @Override
  public List<QuantizationChoice> quantizations(
      Parameter<QuantizationName> parameter, List<String> defaultFamilies) {
    List<String> families = List.of(method == TuningMethod.QLORA ? "4bit" : "16bit");
    Message refusal = Msg.Fault.notInTask(TaskName.of(method));
    return model
        .map(
            of ->
                new QuantizationInput(
                        inputs,
                        of,
                        TuningFormats.of(method, BundledCatalog.catalog().quantizations()),
                        refusal)
                    .choices(parameter, families))
        .orElse(List.of());
  }

  private Tuning tuning(Model of, int rank) {
    return new Tuning(
        of,
        method,
        inputs.one(TuningParameters.BATCH).orElse(Tuning.DEFAULT_BATCH),
        inputs.one(TuningParameters.SEQUENCE_LENGTH).orElse(Tuning.DEFAULT_SEQUENCE_LENGTH),
        new Adapters(1, rank, inputs.one(Parameters.LORA_TARGETS).orElse(LoraTargets.ALL)),
        method.hasAdapters()
            && inputs.one(TuningParameters.TRAIN_EMBEDDINGS).orElse(Flag.FALSE) == Flag.TRUE);
  }

  /** Empty where it is faulty; 0 where there are no adapters. */
  private Optional<Integer> rank() {
    if (!method.hasAdapters()) {
      return Optional.of(0);
    }
    if (!inputs.isGiven(Parameters.LORA_RANK)) {
      return Optional.of(Tuning.DEFAULT_LORA_RANK);
    }
    Optional<Integer> rank = inputs.one(Parameters.LORA_RANK);
    if (rank.isPresent() && rank.get() == 0) {
      Message detail = Msg.Fault.wholeNumber(1, Adapters.MAX_RANK);
      inputs.fault(Parameters.LORA_RANK, detail);
      return Optional.empty();
    }
    return rank;
  }

  private void refuse(List<Parameter<?>> parameters, Message detail) {
    parameters.stream()
        .filter(inputs::isGiven)
        .forEach(parameter -> inputs.fault(parameter, detail));
  }
}
