package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.RuntimeReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people would serve this with, where they do not say: llama.cpp for a GGUF format, vLLM as
 * soon as there are several users, several GPUs, a wish for speed or a format of its own,
 * transformers for one user on one GPU; llama.cpp on a card that the others do not support.
 */
final class RuntimeChoice {

  private static final String USUAL_FAMILY = "8bit";

  private final Inputs inputs;
  private final Catalog catalog;
  private final RuntimeProfile transformers;
  private final RuntimeProfile vllm;
  private final RuntimeProfile llamaCpp;

  RuntimeChoice(Inputs inputs) {
    this.inputs = inputs;
    this.catalog = inputs.catalog();
    this.transformers = catalog.defaultRuntime();
    this.vllm = catalog.runtimes().find("vllm").orElseThrow();
    this.llamaCpp = catalog.runtimes().find("llama.cpp").orElseThrow();
  }

  RuntimeRule of(Optional<Model> model) {
    Optional<RuntimeProfile> named = inputs.one(Parameters.RUNTIME);
    if (named.isPresent()) {
      return new RuntimeRule(named.get(), whyNamed(named.get()));
    }
    RuntimeRule rule = ofQuestion(model);
    return model.filter(of -> isBetterOnCards(of, rule)).isPresent()
        ? new RuntimeRule(llamaCpp, RuntimeReason.CARD)
        : rule;
  }

  /** The same where no model is named yet: what runs on these cards? */
  RuntimeProfile on(List<Card> cards, int gpus) {
    Optional<RuntimeProfile> named = inputs.one(Parameters.RUNTIME);
    if (named.isPresent()) {
      return named.get();
    }
    RuntimeProfile usual = gpus > 1 || isAboveOne(Parameters.CONCURRENCY) ? vllm : transformers;
    boolean runs =
        usual.formats().get(USUAL_FAMILY).stream()
            .anyMatch(format -> usual.support().runs(format, cards));
    return runs ? usual : llamaCpp;
  }

  private RuntimeRule ofQuestion(Optional<Model> model) {
    return ofFormat()
        .or(this::ofCache)
        .or(this::ofSettings)
        .or(this::ofScale)
        .or(this::ofServedFormat)
        .or(() -> model.flatMap(this::ofModel))
        .orElseGet(this::withoutServer);
  }

  private RuntimeRule withoutServer() {
    return new RuntimeRule(transformers, RuntimeReason.ONE_USER, List.of(vllm, llamaCpp));
  }

  /** A model's name may say how it is stored, and that what loads it. */
  private RuntimeReason whyNamed(RuntimeProfile named) {
    if (inputs.given().contains(Parameters.RUNTIME)) {
      return RuntimeReason.ASKED;
    }
    return named.equals(llamaCpp) ? RuntimeReason.GGUF : RuntimeReason.FORMAT;
  }

  /** Of a family, such as 3bit, only where the runtime of the others has none of it. */
  private Optional<RuntimeRule> ofFormat() {
    List<QuantizationName> formats = inputs.all(Parameters.QUANTIZATIONS);
    if (formats.stream().allMatch(format -> loads(transformers, format))) {
      return Optional.empty();
    }
    if (formats.stream().allMatch(format -> loads(vllm, format))) {
      return Optional.of(new RuntimeRule(vllm, RuntimeReason.FORMAT));
    }
    return formats.stream().allMatch(format -> loads(llamaCpp, format))
        ? Optional.of(new RuntimeRule(llamaCpp, RuntimeReason.GGUF))
        : Optional.empty();
  }

  /**
   * Whoever names the format of a checkpoint, such as awq, has one that is made to be served. What
   * a family, such as 8bit, stands for is answered as the family is.
   */
  private Optional<RuntimeRule> ofServedFormat() {
    List<QuantizationName> formats = inputs.all(Parameters.QUANTIZATIONS);
    boolean served =
        formats.stream().anyMatch(this::isServed)
            && formats.stream().allMatch(format -> loads(vllm, format));
    return served ? Optional.of(new RuntimeRule(vllm, RuntimeReason.FORMAT)) : Optional.empty();
  }

  private Optional<RuntimeRule> ofCache() {
    Optional<KvCacheType> type = inputs.one(Parameters.KV_CACHE);
    if (type.isEmpty() || transformers.kvCacheTypes().contains(type.get())) {
      return Optional.empty();
    }
    RuntimeProfile runtime = vllm.kvCacheTypes().contains(type.get()) ? vllm : llamaCpp;
    return Optional.of(new RuntimeRule(runtime, RuntimeReason.CACHE));
  }

  private Optional<RuntimeRule> ofSettings() {
    if (ServingParameters.OF_LLAMA_CPP.stream().anyMatch(inputs::isGiven)) {
      return Optional.of(new RuntimeRule(llamaCpp, RuntimeReason.SETTING));
    }
    boolean given = SettingsInput.OF_VLLM.stream().anyMatch(inputs::isGiven);
    return given ? Optional.of(new RuntimeRule(vllm, RuntimeReason.SETTING)) : Optional.empty();
  }

  /** Not what only the runtime of one user loads: it splits a model, too. */
  private Optional<RuntimeRule> ofScale() {
    List<QuantizationName> formats = inputs.all(Parameters.QUANTIZATIONS);
    if (!formats.stream().allMatch(format -> loads(vllm, format))) {
      return Optional.empty();
    }
    if (LoadInput.isGiven(inputs)) {
      return Optional.of(new RuntimeRule(vllm, RuntimeReason.LOAD));
    }
    if (isAboveOne(Parameters.CONCURRENCY)) {
      return Optional.of(new RuntimeRule(vllm, RuntimeReason.USERS));
    }
    if (asksForSpeed()) {
      return Optional.of(new RuntimeRule(vllm, RuntimeReason.SPEED));
    }
    return isAboveOne(RentingParameters.MAX_GPUS)
            || isAboveOne(LookupParameters.GPUS)
            || named().anyMatch(offer -> offer.gpus() > 1)
        ? Optional.of(new RuntimeRule(vllm, RuntimeReason.SEVERAL_GPUS))
        : Optional.empty();
  }

  /** As it is published; what vLLM does not load is left to the runtime of one user. */
  private Optional<RuntimeRule> ofModel(Model model) {
    return catalog
        .quantizations()
        .find(model.nativeFormat())
        .filter(format -> !format.isSixteenBit())
        .filter(format -> loads(vllm, new QuantizationName.Format(format)))
        .map(format -> new RuntimeRule(vllm, RuntimeReason.FORMAT));
  }

  /**
   * Whether the cards that are named run none of the formats in this runtime, and one of them in
   * llama.cpp, which runs on cards that others gave up. A format that only others load stays
   * theirs.
   */
  private boolean isBetterOnCards(Model model, RuntimeRule rule) {
    List<Card> cards = cards();
    boolean open = rule.reason() != RuntimeReason.SETTING && rule.reason() != RuntimeReason.CACHE;
    return !cards.isEmpty()
        && open
        && model.kind() == ModelKind.GENERATOR
        && !LoadInput.isGiven(inputs)
        && !runs(model, rule.runtime(), cards)
        && runs(model, llamaCpp, cards);
  }

  private List<Card> cards() {
    if (inputs.given().contains(LookupParameters.CARD)) {
      return inputs.all(LookupParameters.CARD);
    }
    return ProviderName.cards(inputs)
        .map(wanted -> wanted.ids().stream().flatMap(id -> catalog.cards().find(id).stream()))
        .orElseGet(() -> named().flatMap(offer -> offer.cards().stream()))
        .toList();
  }

  /** Offers that are to be compared, or the one that is to be started. */
  private Stream<Offer> named() {
    return Stream.concat(
        ComparedOffers.named(inputs), inputs.one(LookupParameters.LAUNCHED).stream());
  }

  private boolean runs(Model model, RuntimeProfile runtime, List<Card> cards) {
    List<QuantizationName> named = inputs.all(Parameters.QUANTIZATIONS);
    return named.isEmpty()
        ? runs(new QuantizationName.Family(USUAL_FAMILY), model, runtime, cards)
        : named.stream().anyMatch(name -> runs(name, model, runtime, cards));
  }

  private static boolean runs(
      QuantizationName name, Model model, RuntimeProfile runtime, List<Card> cards) {
    if (!loads(runtime, name)) {
      return false;
    }
    QuantizationChoice choice =
        name instanceof QuantizationName.Format format
            ? QuantizationChoice.ofFormat(format.quantization())
            : QuantizationChoice.ofFamily(((QuantizationName.Family) name).name(), model, runtime)
                .orElseThrow();
    return runtime.support().runs(choice.on(runtime, new Hardware(cards, 1)).format(), cards);
  }

  /** Nobody who counts tokens per second, or what they cost, has them made without a server. */
  private boolean asksForSpeed() {
    return SpeedAsked.isGiven(inputs)
        || inputs
            .one(RentingParameters.RANK_BY)
            .filter(rankBy -> rankBy != RankBy.PRICE)
            .isPresent();
  }

  private boolean isAboveOne(Parameter<Integer> parameter) {
    return inputs.one(parameter).filter(number -> number > 1).isPresent();
  }

  private boolean isServed(QuantizationName name) {
    return name instanceof QuantizationName.Format format
        && Lexicon.isServed(format.quantization().id())
        && transformers.formats().values().stream()
            .noneMatch(family -> family.get(0).equals(format.quantization()));
  }

  private static boolean loads(RuntimeProfile runtime, QuantizationName name) {
    return name instanceof QuantizationName.Format format
        ? runtime.formats().values().stream()
            .anyMatch(family -> family.contains(format.quantization()))
        : runtime.formats().containsKey(((QuantizationName.Family) name).name());
  }
}
