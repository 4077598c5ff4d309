package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.GpuSplit;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.Version;
import java.util.List;
import java.util.Optional;

/**
 * What is to be served, whatever its weights are stored in.
 *
 * @param adapters those that are loaded with the model
 * @param settings how the server is started
 * @param reason why it is on this runtime
 * @param servers runtimes that would serve it to more users; empty where it is on one of them
 */
public record Workload(
    Model model,
    RuntimeProfile runtime,
    Tokens tokens,
    KvCacheType kvCache,
    Adapters adapters,
    RuntimeSettings settings,
    RuntimeReason reason,
    List<RuntimeProfile> servers)
    implements Task {

  /** Earlier releases load what sees or hears, if only for some families (interfaces.py). */
  private static final Version FIRST_WITHOUT_TOWERS = new Version(List.of(0, 15));

  /** The first with an option for it; limits of 0 for all that is no text say the same before. */
  private static final Version FIRST_WITH_TEXT_ONLY = new Version(List.of(0, 17));

  private static final String UNCUT = "nf4";

  /** Whether text is generated token by token, so that a speed says something. */
  public boolean generates() {
    return model.kind() == ModelKind.GENERATOR;
  }

  /** With the runtime's own settings. */
  public Workload(
      Model model, RuntimeProfile runtime, Tokens tokens, KvCacheType kvCache, Adapters adapters) {
    this(
        model,
        runtime,
        tokens,
        kvCache,
        adapters,
        RuntimeSettings.DEFAULT,
        RuntimeReason.ASKED,
        List.of());
  }

  public Workload with(Tokens others) {
    return new Workload(model, runtime, others, kvCache, adapters, settings, reason, servers);
  }

  public Workload with(KvCacheType other) {
    return new Workload(model, runtime, tokens, other, adapters, settings, reason, servers);
  }

  public Workload with(RuntimeSettings others) {
    return new Workload(model, runtime, tokens, kvCache, adapters, others, reason, servers);
  }

  /** On a server, as it comes. */
  public Workload on(RuntimeProfile server) {
    return new Workload(model, server, tokens, kvCache, adapters, settings, reason, List.of());
  }

  /** The model as it is run: one of text where it is asked for as such. */
  public Model used() {
    return settings.textOnly() ? model.withoutTowers() : model;
  }

  /** The model as it is loaded. */
  public Model loaded() {
    return runtime.from().compareTo(FIRST_WITHOUT_TOWERS) < 0 ? model : used();
  }

  /** Whether the release has {@code --language-model-only}. */
  public boolean namesTextOnly() {
    return runtime.from().compareTo(FIRST_WITH_TEXT_ONLY) >= 0;
  }

  /** How so many GPUs share it. Encoders and what drafts tokens ahead have no stages. */
  public Parallel parallel(Quantization format, int gpus) {
    boolean stages = generates() && settings.speculation().isEmpty();
    Parallel layout = settings.parallel().on(gpus, model, keepsWhole(format) ? 1 : gpus, stages);
    return settings.parallel().isFixed() || dividesExperts(format, layout.tensor())
        ? layout
        : layout.withWholeExperts();
  }

  /** What would do instead of a layout that does not divide the model. */
  Optional<Parallel> stagesInstead(Quantization format, int gpus) {
    boolean tensor = runtime.split() == GpuSplit.TENSOR;
    return Optional.of(with(settings.withParallel(Parallel.AUTO)).parallel(format, gpus))
        .filter(layout -> tensor && layout.isPossible(model, gpus));
  }

  /** What would do instead of a layout that cuts blocks of the weights as they are published. */
  public Optional<Parallel> wholeExpertsInstead(Quantization format, int gpus) {
    Parallel asked = settings.parallel();
    boolean cuts =
        runtime.split() == GpuSplit.TENSOR
            && asked.isFixed()
            && !asked.wholeExperts()
            && format.id().equals(model.nativeFormat())
            && !dividesExperts(format, asked.tensor());
    return cuts ? Optional.of(asked.withWholeExperts()) : Optional.empty();
  }

  /**
   * Whether experts can be cut so. Scales of blocks and groups are not: vLLM refuses parts of an
   * expert that are no multiple of them (fp8.py, "is not divisible by weight quantization block_n";
   * for groups its issue 17604). Whoever spreads experts whole needs no part.
   */
  private boolean dividesExperts(Quantization format, int tensor) {
    Optional<Quantization.Blocks> blocks = format.blocksIn(model);
    if (tensor == 1 || model.experts().isEmpty() || blocks.isEmpty()) {
      return true;
    }
    MixtureOfExperts experts = model.experts().get();
    return experts.expertSize() % (blocks.get().weights() * tensor) == 0
        || experts.experts() % tensor != 0;
  }

  /**
   * Whether GPUs cannot share a matrix: one that bitsandbytes made ready is not cut (vLLM's
   * bitsandbytes_loader.py, _verify_model_compatibility).
   */
  public boolean keepsWhole(Quantization format) {
    return format.id().equals(UNCUT) && generates();
  }

  /** Weights of what drafts tokens ahead; 0 where nothing does. */
  public long draftBytes(Quantization format) {
    return settings.speculation().map(all -> all.weightBytes(model, format)).orElse(0L);
  }

  @Override
  public double usableFraction() {
    return runtime.usableFraction();
  }

  @Override
  public int length() {
    return tokens.context();
  }

  @Override
  public int longest() {
    return Tokens.MAX_CONTEXT;
  }

  @Override
  public int mostSequences() {
    return Tokens.MAX_CONCURRENCY;
  }

  @Override
  public Workload withLength(int context) {
    return with(tokens.withContext(context));
  }

  @Override
  public Workload withSequences(int sequences) {
    return with(tokens.withConcurrency(sequences));
  }

  @Override
  public MemoryEstimate estimate(Quantization format) {
    return MemoryEstimate.of(this, format);
  }

  /**
   * What this workload takes, from the estimate of the same in another size: what does not depend
   * on length and sequences is not calculated again.
   */
  MemoryEstimate resized(MemoryEstimate estimate) {
    return estimate.at(this);
  }
}
