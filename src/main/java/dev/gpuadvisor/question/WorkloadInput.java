package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** From parameters to a workload. */
final class WorkloadInput implements TaskInput {

  private final Inputs inputs;
  private final Optional<Model> model;
  private final RuntimeRule rule;

  WorkloadInput(Inputs inputs, Optional<Model> model) {
    this.inputs = inputs;
    this.model = model;
    this.rule = RuntimeRule.of(inputs, model);
  }

  @Override
  public Optional<Task> task() {
    inputs.given().stream()
        .filter(
            each -> !each.runtimes().isEmpty() && !each.runtimes().contains(runtime().runtime()))
        .forEach(
            each -> inputs.fault(each, Msg.Fault.otherRuntime(runtime().id(), each.runtimes())));
    boolean generates = model.map(of -> of.kind() == ModelKind.GENERATOR).orElse(true);
    if (!generates && inputs.isGiven(RentingParameters.MIN_TOKENS_PER_SECOND)) {
      inputs.fault(
          RentingParameters.MIN_TOKENS_PER_SECOND, Msg.Fault.speedOfEncoder(model.get().id()));
    }
    Optional<Tokens> tokens = tokens();
    Optional<KvCacheType> kvCache = kvCache();
    boolean valuesOffered =
        inputs
            .one(ServingParameters.CACHE_TYPE_V)
            .map(type -> offered(ServingParameters.CACHE_TYPE_V, type).isPresent())
            .orElse(true);
    if (tokens.isEmpty() || kvCache.isEmpty() || !valuesOffered || model.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Workload(
            model.get(),
            runtime(),
            tokens.get(),
            kvCache.get(),
            adapters(),
            new SettingsInput(inputs).settings(model.get()),
            rule.reason(),
            rule.servers()));
  }

  private Adapters adapters() {
    return new Adapters(
        inputs.value(Parameters.ADAPTERS),
        inputs.value(Parameters.LORA_RANK),
        inputs.value(Parameters.LORA_TARGETS));
  }

  @Override
  public List<QuantizationChoice> quantizations(
      Parameter<QuantizationName> parameter, List<String> defaultFamilies) {
    Message refusal = Msg.Fault.notInRuntime(runtime().id());
    return model
        .map(
            of ->
                new QuantizationInput(inputs, of, runtime().formats(), runtime().besides(), refusal)
                    .choices(parameter, runtime().pulls().map(List::of).orElse(defaultFamilies)))
        .orElse(List.of());
  }

  private RuntimeProfile runtime() {
    return rule.runtime();
  }

  private Optional<Tokens> tokens() {
    boolean faulty =
        Stream.of(Parameters.CONTEXT, Parameters.OUTPUT_TOKENS, Parameters.CONCURRENCY)
            .anyMatch(inputs::isFaulty);
    if (faulty) {
      return Optional.empty();
    }
    if (LoadInput.givesLengths(inputs)) {
      return lengths();
    }
    int context =
        inputs
            .one(Parameters.CONTEXT)
            .orElseGet(
                () -> Math.max(inputs.value(Parameters.CONTEXT), LoadInput.givenTokens(inputs)));
    int output =
        inputs.one(Parameters.OUTPUT_TOKENS).orElseGet(() -> Tokens.defaultOutput(context));
    if (output > context) {
      inputs.fault(Parameters.OUTPUT_TOKENS, Msg.Fault.outputTokens(context));
      return Optional.empty();
    }
    return Optional.of(new Tokens(context, output, inputs.value(Parameters.CONCURRENCY)));
  }

  /** A prompt and its answer, and no room for more. */
  private Optional<Tokens> lengths() {
    if (inputs.isFaulty(LoadParameters.INPUT_TOKENS)) {
      return Optional.empty();
    }
    int context = LoadInput.givenTokens(inputs);
    int output = context - inputs.one(LoadParameters.INPUT_TOKENS).orElseThrow();
    if (output < inputs.one(Parameters.OUTPUT_TOKENS).orElse(1)) {
      inputs.fault(LoadParameters.INPUT_TOKENS, Msg.Fault.requestTokens(Tokens.MAX_CONTEXT));
      return Optional.empty();
    }
    return Optional.of(new Tokens(context, output, inputs.value(Parameters.CONCURRENCY)));
  }

  /** Whether nobody says how the cache is stored but the checkpoint. */
  private boolean takesFp8Cache() {
    return !inputs.isGiven(Parameters.KV_CACHE)
        && inputs.all(Parameters.QUANTIZATIONS).isEmpty()
        && model.filter(of -> of.published().get(0).cacheInFp8()).isPresent();
  }

  private Optional<KvCacheType> kvCache() {
    if (takesFp8Cache() && runtime().kvCacheTypes().contains(KvCacheType.FP8)) {
      return Optional.of(KvCacheType.FP8);
    }
    return offered(Parameters.KV_CACHE, inputs.value(Parameters.KV_CACHE));
  }

  private Optional<KvCacheType> offered(Parameter<KvCacheType> parameter, KvCacheType type) {
    List<KvCacheType> offered = runtime().kvCacheTypes();
    if (offered.contains(type)) {
      return Optional.of(type);
    }
    Message detail = Msg.Fault.notInRuntime(runtime().id());
    List<String> allowed =
        offered.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    inputs.fault(new Fault(parameter.name(), inputs.text(parameter), detail, allowed, List.of()));
    return Optional.empty();
  }
}
