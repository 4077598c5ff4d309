package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.sizing.RuntimeReason;
import java.util.List;
import java.util.Optional;

/**
 * What people would serve this with, where they do not say: llama.cpp for a GGUF format, vLLM as
 * soon as there are several users, several GPUs or a format of its own, transformers for one user
 * on one GPU.
 */
record RuntimeRule(RuntimeProfile runtime, RuntimeReason reason) {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final RuntimeProfile TRANSFORMERS = CATALOG.defaultRuntime();
  private static final RuntimeProfile VLLM = CATALOG.runtimes().find("vllm").orElseThrow();
  private static final RuntimeProfile LLAMA_CPP =
      CATALOG.runtimes().find("llama.cpp").orElseThrow();

  static RuntimeRule of(Inputs inputs, Optional<Model> model) {
    Optional<RuntimeProfile> named = inputs.one(Parameters.RUNTIME);
    if (named.isPresent()) {
      return new RuntimeRule(named.get(), whyNamed(inputs, named.get()));
    }
    return ofFormat(inputs)
        .or(() -> ofCache(inputs))
        .or(() -> ofSettings(inputs))
        .or(() -> ofScale(inputs))
        .or(() -> ofServedFormat(inputs))
        .or(() -> model.flatMap(RuntimeRule::ofModel))
        .orElseGet(() -> new RuntimeRule(TRANSFORMERS, RuntimeReason.ONE_USER));
  }

  /** A model's name may say how it is stored, and that what loads it. */
  private static RuntimeReason whyNamed(Inputs inputs, RuntimeProfile named) {
    if (inputs.given().contains(Parameters.RUNTIME)) {
      return RuntimeReason.ASKED;
    }
    return named.equals(LLAMA_CPP) ? RuntimeReason.GGUF : RuntimeReason.FORMAT;
  }

  /** Of a family, such as 3bit, only where the runtime of the others has none of it. */
  private static Optional<RuntimeRule> ofFormat(Inputs inputs) {
    List<QuantizationName> formats = inputs.all(Parameters.QUANTIZATIONS);
    if (formats.stream().allMatch(format -> loads(TRANSFORMERS, format))) {
      return Optional.empty();
    }
    if (formats.stream().allMatch(format -> loads(VLLM, format))) {
      return Optional.of(new RuntimeRule(VLLM, RuntimeReason.FORMAT));
    }
    return formats.stream().allMatch(format -> loads(LLAMA_CPP, format))
        ? Optional.of(new RuntimeRule(LLAMA_CPP, RuntimeReason.GGUF))
        : Optional.empty();
  }

  /**
   * Whoever names the format of a checkpoint, such as awq, has one that is made to be served. What
   * a family, such as 8bit, stands for is answered as the family is.
   */
  private static Optional<RuntimeRule> ofServedFormat(Inputs inputs) {
    List<QuantizationName> formats = inputs.all(Parameters.QUANTIZATIONS);
    boolean served =
        formats.stream().anyMatch(RuntimeRule::isServed)
            && formats.stream().allMatch(format -> loads(VLLM, format));
    return served ? Optional.of(new RuntimeRule(VLLM, RuntimeReason.FORMAT)) : Optional.empty();
  }

  private static Optional<RuntimeRule> ofCache(Inputs inputs) {
    Optional<KvCacheType> type = inputs.one(Parameters.KV_CACHE);
    if (type.isEmpty() || TRANSFORMERS.kvCacheTypes().contains(type.get())) {
      return Optional.empty();
    }
    RuntimeProfile runtime = VLLM.kvCacheTypes().contains(type.get()) ? VLLM : LLAMA_CPP;
    return Optional.of(new RuntimeRule(runtime, RuntimeReason.CACHE));
  }

  private static Optional<RuntimeRule> ofSettings(Inputs inputs) {
    if (inputs.isGiven(ServingParameters.GPU_LAYERS)) {
      return Optional.of(new RuntimeRule(LLAMA_CPP, RuntimeReason.SETTING));
    }
    boolean given = SettingsInput.OF_VLLM.stream().anyMatch(inputs::isGiven);
    return given ? Optional.of(new RuntimeRule(VLLM, RuntimeReason.SETTING)) : Optional.empty();
  }

  /** Not what only the runtime of one user loads: it splits a model, too. */
  private static Optional<RuntimeRule> ofScale(Inputs inputs) {
    List<QuantizationName> formats = inputs.all(Parameters.QUANTIZATIONS);
    if (!formats.stream().allMatch(format -> loads(VLLM, format))) {
      return Optional.empty();
    }
    if (LoadInput.isGiven(inputs)) {
      return Optional.of(new RuntimeRule(VLLM, RuntimeReason.LOAD));
    }
    if (isAboveOne(inputs, Parameters.CONCURRENCY)) {
      return Optional.of(new RuntimeRule(VLLM, RuntimeReason.USERS));
    }
    return isAboveOne(inputs, RentingParameters.MAX_GPUS)
            || isAboveOne(inputs, LookupParameters.GPUS)
            || inputs.all(LookupParameters.OFFERS).stream().anyMatch(offer -> offer.gpus() > 1)
        ? Optional.of(new RuntimeRule(VLLM, RuntimeReason.SEVERAL_GPUS))
        : Optional.empty();
  }

  /** As it is published; what vLLM does not load is left to the runtime of one user. */
  private static Optional<RuntimeRule> ofModel(Model model) {
    return CATALOG
        .quantizations()
        .find(model.nativeFormat())
        .filter(format -> !format.isSixteenBit())
        .filter(format -> loads(VLLM, new QuantizationName.Format(format)))
        .map(format -> new RuntimeRule(VLLM, RuntimeReason.FORMAT));
  }

  private static boolean isAboveOne(Inputs inputs, Parameter<Integer> parameter) {
    return inputs.one(parameter).filter(number -> number > 1).isPresent();
  }

  private static boolean isServed(QuantizationName name) {
    return name instanceof QuantizationName.Format format
        && Lexicon.isServed(format.quantization().id())
        && TRANSFORMERS.formats().values().stream()
            .noneMatch(family -> family.get(0).equals(format.quantization()));
  }

  private static boolean loads(RuntimeProfile runtime, QuantizationName name) {
    return name instanceof QuantizationName.Format format
        ? runtime.formats().values().stream()
            .anyMatch(family -> family.contains(format.quantization()))
        : runtime.formats().containsKey(((QuantizationName.Family) name).name());
  }
}
