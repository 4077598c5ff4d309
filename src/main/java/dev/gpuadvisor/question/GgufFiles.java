package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Msg;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Files that a model is to be had in, and what to ask of each: which offers run it?
 *
 * @param question of all their formats, the smallest file first
 */
public record GgufFiles(Model model, Question question) {

  private static final String LLAMA_CPP = "llama.cpp";

  /** Empty where no repository of files is named. */
  static Optional<GgufFiles> read(Inputs inputs) {
    Optional<Model> model = inputs.one(LookupParameters.GGUF);
    if (inputs.isGiven(LookupParameters.GGUF) && inputs.isGiven(LookupParameters.RUNS_ON)) {
      inputs.fault(LookupParameters.RUNS_ON, Msg.Fault.filesOnOffers());
    }
    return model.flatMap(of -> read(inputs, of, runtime(inputs)));
  }

  private static RuntimeProfile runtime(Inputs inputs) {
    Optional<RuntimeProfile> named = inputs.one(Parameters.RUNTIME);
    if (named.filter(runtime -> !runtime.runtime().equals(LLAMA_CPP)).isPresent()) {
      inputs.fault(Parameters.RUNTIME, Msg.Fault.notInRuntime(named.get().id()));
      named = Optional.empty();
    }
    return named.orElseGet(() -> inputs.catalog().runtimes().find(LLAMA_CPP).orElseThrow());
  }

  private static Optional<GgufFiles> read(Inputs inputs, Model model, RuntimeProfile runtime) {
    List<QuantizationChoice> choices =
        model.published().stream()
            .filter(published -> published.bytes() > 0)
            .sorted(Comparator.comparingLong(PublishedFormat::bytes))
            .flatMap(published -> loaded(published, runtime).stream())
            .toList();
    if (choices.isEmpty()) {
      inputs.fault(LookupParameters.GGUF, Msg.Fault.notInRuntime(runtime.id()));
      return Optional.empty();
    }
    int context = inputs.value(Parameters.CONTEXT);
    Tokens tokens =
        new Tokens(context, Tokens.defaultOutput(context), inputs.value(Parameters.CONCURRENCY));
    Workload workload =
        new Workload(model, runtime, tokens, runtime.kvCacheTypes().get(0), Adapters.NONE);
    return Optional.of(
        new GgufFiles(
            model,
            new Question(
                workload,
                choices,
                ProviderName.priceLists(inputs),
                Constraints.none(),
                Optional.empty())));
  }

  private static Optional<QuantizationChoice> loaded(
      PublishedFormat published, RuntimeProfile runtime) {
    Optional<Quantization> format =
        runtime.formats().values().stream()
            .flatMap(List::stream)
            .filter(each -> each.id().equals(published.format()))
            .findFirst();
    return format.map(QuantizationChoice::ofFormat);
  }
}
