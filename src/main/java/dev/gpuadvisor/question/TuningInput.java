package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.TaskName;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningFormats;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.tuning.Offload;
import dev.gpuadvisor.sizing.tuning.Sharding;
import dev.gpuadvisor.sizing.tuning.Trainer;
import dev.gpuadvisor.sizing.tuning.TrainingData;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From parameters to a fine-tuning run. */
final class TuningInput implements TaskInput {

  private static final List<Parameter<?>> OF_TUNING =
      List.of(
          TuningParameters.BATCH,
          TuningParameters.GRADIENT_ACCUMULATION,
          TuningParameters.SEQUENCE_LENGTH,
          TuningParameters.TRAINER,
          TuningParameters.SHARDING,
          TuningParameters.OFFLOAD,
          TuningParameters.OPTIMIZER,
          TuningParameters.PRECISION,
          TuningParameters.CHECKPOINTING,
          TuningParameters.FUSED_LOSS,
          TuningParameters.FLASH_ATTENTION,
          TuningParameters.DOUBLE_QUANTIZATION,
          TuningParameters.DATASET_TOKENS,
          TuningParameters.EXAMPLES,
          TuningParameters.AVERAGE_TOKENS,
          TuningParameters.EPOCHS,
          TuningParameters.PACKING);

  /** Of what is learned from: each says nothing without its size. */
  private static final List<Parameter<?>> OF_DATA =
      List.of(TuningParameters.AVERAGE_TOKENS, TuningParameters.EPOCHS);

  private static final String QUANTIZED = "4bit";

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
    Optional<Integer> rank = rank();
    boolean faulty = OF_TUNING.stream().anyMatch(inputs::isFaulty);
    if (model.isEmpty() || rank.isEmpty() || faulty) {
      return Optional.empty();
    }
    return Optional.of(tuning(model.get(), rank.get()));
  }

  @Override
  public List<QuantizationChoice> quantizations(
      Parameter<QuantizationName> parameter, List<String> defaultFamilies) {
    List<String> families = List.of(method == TuningMethod.QLORA ? QUANTIZED : "16bit");
    Message refusal =
        method == TuningMethod.QLORA
            ? Msg.Fault.quantizedBase()
            : Msg.Fault.sixteenBitBase(TaskName.of(method));
    return model
        .map(
            of ->
                new QuantizationInput(
                        inputs,
                        of,
                        TuningFormats.of(method, inputs.catalog().quantizations()),
                        TuningFormats.besides(method, inputs.catalog().quantizations()),
                        refusal)
                    .choices(parameter, families))
        .orElse(List.of());
  }

  private Tuning tuning(Model of, int rank) {
    return new Tuning(
        of,
        method,
        inputs.value(TuningParameters.BATCH),
        inputs.value(TuningParameters.SEQUENCE_LENGTH),
        new Adapters(1, rank, inputs.value(Parameters.LORA_TARGETS)),
        method.hasAdapters() && inputs.value(TuningParameters.TRAIN_EMBEDDINGS),
        settings(),
        quantizedBase(of));
  }

  /** What QLoRA would have instead of 16 bit. */
  private Optional<Quantization> quantizedBase(Model of) {
    Map<String, List<Quantization>> formats =
        TuningFormats.of(TuningMethod.QLORA, inputs.catalog().quantizations());
    return QuantizationChoice.ofFamily(QUANTIZED, of, formats).map(QuantizationChoice::format);
  }

  private TrainingSettings settings() {
    Sharding sharding = inputs.value(TuningParameters.SHARDING);
    Offload offload = inputs.value(TuningParameters.OFFLOAD);
    if (offload == Offload.PARAMETERS && sharding != Sharding.AUTO && !sharding.dividesWeights()) {
      inputs.fault(TuningParameters.OFFLOAD, Msg.Fault.offloadNeedsSharding());
    }
    Trainer trainer = inputs.value(TuningParameters.TRAINER);
    return new TrainingSettings(
        trainer,
        sharding,
        offload,
        inputs.one(TuningParameters.OPTIMIZER).orElseGet(trainer::optimizer),
        new TrainingSettings.Options(
            inputs.one(TuningParameters.PRECISION),
            inputs.one(TuningParameters.CHECKPOINTING),
            inputs.one(TuningParameters.FUSED_LOSS),
            inputs.value(TuningParameters.FLASH_ATTENTION),
            inputs
                .one(TuningParameters.DOUBLE_QUANTIZATION)
                .orElseGet(trainer::doubleQuantization)),
        data(),
        inputs.value(TuningParameters.GRADIENT_ACCUMULATION));
  }

  /** Tokens as they are given, or examples times their average; full sequences without one. */
  private Optional<TrainingData> data() {
    Optional<Long> tokens = inputs.one(TuningParameters.DATASET_TOKENS);
    Optional<Long> examples = inputs.one(TuningParameters.EXAMPLES);
    if (tokens.isEmpty() && examples.isEmpty()) {
      if (inputs.isGiven(TuningParameters.BUDGET_PER_RUN)) {
        inputs.fault(TuningParameters.BUDGET_PER_RUN, Msg.Fault.runOfWhat());
      }
      OF_DATA.stream()
          .filter(inputs::isGiven)
          .forEach(parameter -> inputs.fault(parameter, Msg.Fault.dataOfWhat()));
      return Optional.empty();
    }
    int longest = inputs.value(TuningParameters.SEQUENCE_LENGTH);
    Optional<Integer> given = inputs.one(TuningParameters.AVERAGE_TOKENS);
    boolean packs = inputs.value(TuningParameters.PACKING);
    if (!packs && given.orElse(0) > longest) {
      inputs.fault(TuningParameters.AVERAGE_TOKENS, Msg.Fault.longerThanSequence(longest));
    }
    long ofOne = given.map(Integer::longValue).orElse((long) longest);
    long all = tokens.orElseGet(() -> examples.orElseThrow() * ofOne);
    long counted = examples.map(count -> Math.max(1, Math.min(longest, all / count))).orElse(0L);
    return Optional.of(
        new TrainingData(
            all, given.orElse((int) counted), packs, inputs.value(TuningParameters.EPOCHS)));
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
}
