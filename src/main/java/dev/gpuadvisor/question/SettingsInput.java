package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** From parameters to how a server is started. */
record SettingsInput(Inputs inputs) {

  /** Those that name vLLM. */
  static final List<Parameter<?>> OF_VLLM = ServingParameters.OF_VLLM;

  /** What guides of both runtimes draft at a time. */
  private static final int USUAL_DRAFT = 3;

  RuntimeSettings settings(Model model) {
    return new RuntimeSettings(
        share(),
        whole(ServingParameters.MAX_NUM_SEQS),
        whole(ServingParameters.MAX_NUM_BATCHED_TOKENS),
        inputs.one(ServingParameters.PARALLEL).orElse(Parallel.TENSOR),
        flag(ServingParameters.ENFORCE_EAGER),
        flag(ServingParameters.LANGUAGE_MODEL_ONLY),
        inputs.one(ServingParameters.PREFIX_CACHING),
        llamaCpp(),
        speculation(model),
        0);
  }

  private LlamaCppSettings llamaCpp() {
    int experts = inputs.one(ServingParameters.N_CPU_MOE).orElse(0);
    return new LlamaCppSettings(
        whole(ServingParameters.GPU_LAYERS),
        flag(ServingParameters.CPU_MOE) ? Shape.MAX_LAYERS : experts,
        !inputs.one(ServingParameters.KV_OFFLOAD).orElse(true),
        flag(ServingParameters.SWA_FULL),
        inputs.one(ServingParameters.CACHE_TYPE_V));
  }

  /** By the model's own layers for it, where no other model is named. */
  private Optional<Speculation> speculation(Model model) {
    Optional<Integer> tokens = inputs.one(ServingParameters.DRAFT_TOKENS);
    Optional<Model> draft = inputs.one(ServingParameters.DRAFT_MODEL);
    if (tokens.isPresent() && draft.isEmpty() && model.totals().mtp() == 0) {
      inputs.fault(ServingParameters.DRAFT_TOKENS, Msg.Fault.draftsNothing(model.id()));
      return Optional.empty();
    }
    if (draft.filter(each -> !drafts(each, model)).isPresent()) {
      inputs.fault(ServingParameters.DRAFT_MODEL, Msg.Fault.draftModel(model.id()));
      return Optional.empty();
    }
    return tokens
        .or(() -> draft.map(each -> USUAL_DRAFT))
        .map(number -> new Speculation(draft, number));
  }

  private static boolean drafts(Model draft, Model model) {
    return draft.kind() == ModelKind.GENERATOR && draft.parameters() < model.parameters();
  }

  private boolean flag(Parameter<Boolean> parameter) {
    return inputs.one(parameter).orElse(false);
  }

  private OptionalDouble share() {
    Optional<BigDecimal> share = inputs.one(ServingParameters.GPU_MEMORY_UTILIZATION);
    return share.isPresent()
        ? OptionalDouble.of(share.get().doubleValue())
        : OptionalDouble.empty();
  }

  private OptionalInt whole(Parameter<Integer> parameter) {
    Optional<Integer> number = inputs.one(parameter);
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }
}
