package dev.gpuadvisor.api.input;

import dev.gpuadvisor.api.problem.Fault;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** From parameters to a workload: the checks that need more than one of them. */
public final class WorkloadInput {

  private static final RuntimeProfile DEFAULT_RUNTIME = Catalog.bundled().defaultRuntime();

  private final Inputs inputs;

  public WorkloadInput(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Empty where something is faulty. */
  public Optional<Workload> workload() {
    Optional<Tokens> tokens = tokens();
    Optional<KvCacheType> kvCache = kvCache();
    Optional<Model> model = inputs.one(Parameters.MODEL);
    if (tokens.isEmpty() || kvCache.isEmpty() || model.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Workload(model.get(), runtime(), tokens.get(), kvCache.get(), adapters()));
  }

  private Adapters adapters() {
    return new Adapters(
        inputs.one(Parameters.ADAPTERS).orElse(1),
        inputs.one(Parameters.LORA_RANK).orElse(0),
        inputs.one(Parameters.LORA_TARGETS).orElse(LoraTargets.ALL));
  }

  /** What the names mean for this model in this runtime; each format once. */
  public List<QuantizationChoice> quantizations(
      Parameter<QuantizationName> parameter, List<String> defaultFamilies) {
    Optional<Model> model = inputs.one(Parameters.MODEL);
    if (model.isEmpty()) {
      return List.of();
    }
    List<QuantizationName> named = inputs.all(parameter);
    Stream<QuantizationName> asked =
        inputs.isGiven(parameter)
            ? named.stream()
            : defaultFamilies.stream().map(QuantizationName.Family::new);
    List<QuantizationChoice> choices =
        asked.flatMap(name -> choice(name, model.get(), parameter).stream()).toList();
    return choices.stream()
        .filter(choice -> choice == firstOfFormat(choices, choice.format()))
        .toList();
  }

  private static QuantizationChoice firstOfFormat(
      List<QuantizationChoice> choices, Quantization format) {
    return choices.stream()
        .filter(choice -> choice.format().equals(format))
        .findFirst()
        .orElseThrow();
  }

  private Optional<QuantizationChoice> choice(
      QuantizationName name, Model model, Parameter<?> parameter) {
    Optional<QuantizationChoice> choice =
        name instanceof QuantizationName.Family family
            ? QuantizationChoice.ofFamily(family.name(), model, runtime())
            : format(((QuantizationName.Format) name).quantization());
    if (choice.isEmpty()) {
      inputs.fault(notInRuntime(parameter));
    } else if (choice.get().format().scope() == Quantization.Scope.EXPERTS
        && model.experts().isEmpty()) {
      inputs.fault(parameter, Message.of("fault.needs_experts"));
      return Optional.empty();
    }
    return choice;
  }

  private Optional<QuantizationChoice> format(Quantization format) {
    boolean loaded = formats().anyMatch(format::equals);
    return loaded ? Optional.of(QuantizationChoice.ofFormat(format)) : Optional.empty();
  }

  private Stream<Quantization> formats() {
    return runtime().formats().values().stream().flatMap(List::stream);
  }

  private Fault notInRuntime(Parameter<?> parameter) {
    List<String> allowed =
        Stream.concat(
                runtime().formats().keySet().stream(), formats().map(Quantization::id).sorted())
            .distinct()
            .toList();
    Message detail = Message.of("fault.not_in_runtime").word("runtime", runtime().id());
    return new Fault(parameter.name(), inputs.text(parameter), detail, allowed, List.of());
  }

  private RuntimeProfile runtime() {
    return inputs.one(Parameters.RUNTIME).orElse(DEFAULT_RUNTIME);
  }

  private Optional<Tokens> tokens() {
    boolean faulty =
        Stream.of(Parameters.CONTEXT, Parameters.OUTPUT_TOKENS, Parameters.CONCURRENCY)
            .anyMatch(parameter -> inputs.isGiven(parameter) && inputs.one(parameter).isEmpty());
    if (faulty) {
      return Optional.empty();
    }
    int context = inputs.one(Parameters.CONTEXT).orElse(Tokens.DEFAULT_CONTEXT);
    int output =
        inputs.one(Parameters.OUTPUT_TOKENS).orElseGet(() -> Tokens.defaultOutput(context));
    if (output > context) {
      inputs.fault(
          Parameters.OUTPUT_TOKENS, Message.of("fault.output_tokens").count("context", context));
      return Optional.empty();
    }
    return Optional.of(new Tokens(context, output, inputs.one(Parameters.CONCURRENCY).orElse(1)));
  }

  private Optional<KvCacheType> kvCache() {
    KvCacheType type = inputs.one(Parameters.KV_CACHE).orElse(KvCacheType.BF16);
    List<KvCacheType> offered = runtime().kvCacheTypes();
    if (offered.contains(type)) {
      return Optional.of(type);
    }
    Message detail = Message.of("fault.not_in_runtime").word("runtime", runtime().id());
    List<String> allowed =
        offered.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    inputs.fault(
        new Fault(
            Parameters.KV_CACHE.name(),
            inputs.text(Parameters.KV_CACHE),
            detail,
            allowed,
            List.of()));
    return Optional.empty();
  }
}
