package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryType;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.ServingProfile.Efficiency;
import dev.gpuadvisor.catalog.Version;
import java.util.List;

/**
 * vLLM's steps. Weights are read once, each sequence's cache once, and the arithmetic of all tokens
 * comes on top; the host launches the layers, GPUs that share matrices add up twice a layer, and
 * the front end hands out the tokens, which bounds small models.
 */
final class PagedBatch implements Batch {

  private static final double GIGA = 1e9;
  private static final double TERA = 1e12;
  private static final double MILLI = 1e-3;
  private static final double MICRO = 1e-6;
  private static final int BYTES_16_BIT = 2;
  private static final double BITS_OF_BYTE = 8;

  /** Steps of more tokens than this are launched without a graph. */
  private static final int LARGEST_GRAPH = 512;

  /**
   * Of a layer that is neither compiled nor in a graph: 20.6 ms a step of 40 layers on an A100
   * (vllm-project/vllm#20469), where others took 0.28 (#51167) and 0.8 (vllm-omni#7960).
   */
  static final double UNCOMPILED_LAYER_MS = 0.5;

  /** It launches differently from here on: the engine that 0.8 made the default. */
  private static final Version WITH_V1 = new Version(List.of(0, 8));

  /** Graphs hold latent attention, and one kernel picks experts of groups. */
  private static final Version WITH_WHOLE_GRAPHS = new Version(List.of(0, 11));

  private static final Version WITH_ASYNC = new Version(List.of(0, 21));
  private static final int HOPPER = 9;
  private static final int BLACKWELL = 10;
  private static final double BUSIEST = 0.95;

  private final BatchWork work;
  private final ServingProfile profile;
  private final FormatCost format;
  private final double gpuBandwidth;
  private final double flopsPerSecond;
  private final double sustained;
  private final double launching;
  private final double hosting;
  private final double summing;
  private final double summingToken;
  private final double launchingPrompt;
  private final double computingPrompt;
  private final double alone;
  private final double widening;

  PagedBatch(BatchWork work, Version release, Card card, ServingProfile profile) {
    this.work = work;
    this.profile = profile;
    Efficiency reached = profile.on(card);
    this.format = FormatCost.of(work.format(), card, profile);
    this.gpuBandwidth = card.bandwidthGbPerSecond() * reached.bandwidth() * GIGA;
    double experts = work.expertLayers() > 0 ? get(Constant.EXPERT_COMPUTE) : 1;
    this.flopsPerSecond =
        card.fp16Tflops() * TERA * reached.compute() * format.compute() * experts * work.tensor();
    this.sustained = flopsPerSecond * reached.sustained();
    this.widening = widening();
    this.launching = launching(release) + latent(release, card) * MILLI;
    this.hosting = hosting(release);
    boolean shared = work.tensor() > 1;
    boolean linked = card.nvlink() && card.memoryType() == MemoryType.HBM;
    int sums = shared ? 2 * work.model().layers() : 0;
    double cut = 2.0 * (work.tensor() - 1) / work.tensor();
    double link = linked ? linkBandwidth(card) : get(Constant.PCIE_GB_PER_SECOND) * GIGA;
    double agreeing =
        linked ? get(Constant.NVLINK_US) : get(Constant.PCIE_US) * Math.sqrt(work.tensor() / 2.0);
    this.summing = sums * agreeing * MICRO;
    this.summingToken = sums * work.model().hiddenSize() * BYTES_16_BIT * cut / link;
    this.launchingPrompt = launchingPrompt();
    this.computingPrompt = computing(sustained);
    this.alone = firstAlone();
  }

  @Override
  public double step(double sequences) {
    double tokens = work.tokens(sequences);
    double running = reading(sequences) + arithmetic(sequences) + launching + summing + drafting();
    double each = sequences * get(Constant.SEQUENCE_US) * MICRO + tokens * summingToken;
    double hosted = Math.max(hosting, tokens * get(Constant.TOKEN_US) * MICRO);
    return Math.max(running + each, hosted);
  }

  /** One token after another is drafted for all sequences. */
  private double drafting() {
    double reading = work.draftBytes() / work.tensor() / gpuBandwidth;
    double launching = get(Constant.LAYER_MS) * MILLI * work.draftLayers();
    return work.drafted() * (reading + launching);
  }

  @Override
  public double arithmetic(double sequences) {
    return work.tokens(sequences) * work.tokenFlops() / sustained;
  }

  @Override
  public double mixed(double sequences) {
    double tokens = Math.min(work.promptTokens(), work.stepTokens());
    double experts = experts(tokens + sequences) - experts(sequences);
    double more = computingPrompt + work.chunks() * experts;
    return more >= launchingPrompt ? more : Math.max(more, launchingPrompt - step(sequences));
  }

  @Override
  public double alone() {
    return alone;
  }

  @Override
  public double before(double sequences) {
    double step = step(sequences);
    return get(Constant.STEPS_BEFORE) * step + work.chunks() * (step - step(1));
  }

  @Override
  public double place(double sequences) {
    return mixed(sequences)
        + step(sequences) * Math.min(1, work.promptTokens() / work.stepTokens());
  }

  @Override
  public double queue() {
    return get(Constant.QUEUE);
  }

  @Override
  public double frontEnd(double tokensPerSecond) {
    double busy = Math.min(BUSIEST, tokensPerSecond * get(Constant.TOKEN_US) * MICRO);
    return get(Constant.FRONT_END_MS) * MILLI * busy / (1 - busy);
  }

  private double firstAlone() {
    double tokens = Math.min(work.promptTokens(), work.stepTokens());
    double steps = step(1) + experts(tokens) - experts(1);
    double running = computing(flopsPerSecond) + work.chunks() * steps;
    return get(Constant.FIRST_TOKEN_MS) * MILLI
        + get(Constant.PROMPT_TOKEN_US) * MICRO * work.promptTokens()
        + Math.max(running, launchingPrompt);
  }

  private double reading(double sequences) {
    double dense = (work.denseBytes() * format.weights(sequences)) / work.tensor();
    return dense / gpuBandwidth + cache(sequences) + experts(work.tokens(sequences));
  }

  private double cache(double sequences) {
    double bytes = sequences * work.cacheBytes() / work.cacheGpus();
    return bytes / get(Constant.CACHE_BANDWIDTH) / gpuBandwidth;
  }

  private double experts(double tokens) {
    double bytes = work.expertsRead(tokens * work.parallel().data()) / work.expertGpus();
    return bytes
        / Math.min(
            gpuBandwidth * get(Constant.EXPERT_BANDWIDTH) / format.weights(tokens), widening);
  }

  /** The arithmetic of a prompt, and what GPUs add up for it. */
  private double computing(double rate) {
    return work.promptFlops() / rate + summingToken * work.promptTokens();
  }

  private double launchingPrompt() {
    boolean replayed = !work.eager() && work.promptTokens() <= LARGEST_GRAPH;
    double layer = work.eager() ? UNCOMPILED_LAYER_MS : get(Constant.EAGER_LAYER_MS);
    return replayed ? 0 : layer * MILLI * work.model().layers() * work.chunks();
  }

  private double launching(Version release) {
    double step;
    double layer;
    if (release.compareTo(WITH_V1) < 0) {
      step = get(Constant.STEP_MS_BEFORE_0_8);
      layer = get(Constant.LAYER_MS_BEFORE_0_8);
    } else if (release.compareTo(WITH_ASYNC) < 0) {
      step = get(Constant.STEP_MS_BEFORE_0_21);
      layer = get(Constant.LAYER_MS_BEFORE_0_21);
    } else {
      step = get(Constant.STEP_MS);
      layer = get(Constant.LAYER_MS);
    }
    double experts = get(Constant.EXPERT_LAYER_MS) * work.expertLayers();
    return (step + layer * work.model().layers() + experts) * MILLI;
  }

  /** What the host takes to launch what no graph holds: everything, or attention of all layers. */
  private double hosting(Version release) {
    if (work.eager()) {
      return UNCOMPILED_LAYER_MS * MILLI * work.model().layers();
    }
    boolean pieces = release.compareTo(WITH_V1) >= 0 && release.compareTo(WITH_WHOLE_GRAPHS) < 0;
    return pieces ? get(Constant.HOST_LAYER_MS_BEFORE_0_11) * work.model().layers() * MILLI : 0;
  }

  /**
   * What latent attention costs besides. Before 0.11, and on cards before Hopper before 0.21,
   * graphs leave it out and the host launches its kernels one by one.
   */
  private double latent(Version release, Card card) {
    if (!work.isLatent()) {
      return 0;
    }
    double layer = get(Constant.LATENT_LAYER_MS);
    double router = 0;
    int generation = card.computeCapability().major();
    if (generation < BLACKWELL) {
      layer += get(Constant.SPLIT_LATENT_LAYER_MS);
    }
    Version whole = generation >= HOPPER ? WITH_WHOLE_GRAPHS : WITH_ASYNC;
    if (work.eager() || release.compareTo(whole) < 0) {
      layer += get(Constant.UNGRAPHED_LATENT_LAYER_MS);
    }
    if (release.compareTo(WITH_WHOLE_GRAPHS) < 0) {
      router = get(Constant.GROUPED_ROUTER_LAYER_MS);
    }
    return layer * work.model().layers() + router * work.expertLayers();
  }

  /** Bytes of experts that a GPU widens in a second at most: its kernels have that to do, too. */
  private double widening() {
    double bytes = work.format().bitsPerWeight() / BITS_OF_BYTE;
    return format.widens()
        ? get(Constant.WIDENED_EXPERTS_GIGA) * GIGA * bytes
        : Double.POSITIVE_INFINITY;
  }

  /** NVLink of 600 GB a second on Ampere, 900 on Hopper, 1,800 on Blackwell. */
  private double linkBandwidth(Card card) {
    int major = card.computeCapability().major();
    double giga = major >= 10 ? 1800 : major == 9 ? 900 : major == 8 ? 600 : 300;
    return giga * GIGA * get(Constant.NVLINK_SHARE);
  }

  private double get(Constant constant) {
    return profile.get(constant);
  }
}
