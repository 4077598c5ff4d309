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

  private static final int HOPPER = 9;

  /**
   * From 0.14 on the next step is made up while one runs (vllm-project/vllm#27614): who comes then
   * is in the one after it. The profile of 0.13 is that of 0.14 to 0.16, too.
   */
  private static final Version SCHEDULES_AHEAD = new Version(List.of(0, 13));

  private static final double BUSIEST = 0.95;

  private final BatchWork work;
  private final ServingProfile profile;
  private final FormatCost format;
  private final double gpuBandwidth;
  private final double flopsPerSecond;
  private final double sustained;
  private final Launches launches;
  private final double summing;
  private final double summingToken;
  private final double computingPrompt;
  private final double alone;
  private final double widening;
  private final double expertBandwidth;
  private final double fewExperts;
  private final int stepsAhead;

  /** Operations a token that take as long as what routed experts lose beside other matrices. */
  private final double slower;

  PagedBatch(BatchWork work, Version release, Card card, ServingProfile profile) {
    this.work = work;
    this.profile = profile;
    Efficiency reached = profile.on(card);
    this.format = FormatCost.of(work.format(), card, profile);
    this.gpuBandwidth = card.bandwidthGbPerSecond() * reached.bandwidth() * GIGA;
    this.flopsPerSecond =
        card.fp16Tflops() * TERA * reached.compute() * format.compute() * work.tensor();
    this.sustained = flopsPerSecond * reached.sustained();
    this.slower = work.expertFlops() * (1 / get(Constant.EXPERT_COMPUTE) - 1);
    this.expertBandwidth = gpuBandwidth * get(Constant.EXPERT_BANDWIDTH);
    this.fewExperts = fewExperts(card);
    this.widening = widening();
    this.launches = Launches.of(work, release, card, format, profile);
    boolean shared = work.tensor() > 1;
    boolean linked = card.nvlink() && card.memoryType() == MemoryType.HBM;
    int sums = shared ? work.model().parts() : 0;
    double cut = 2.0 * (work.tensor() - 1) / work.tensor();
    double link = linked ? linkBandwidth(card) : get(Constant.PCIE_GB_PER_SECOND) * GIGA;
    double agreeing =
        linked ? get(Constant.NVLINK_US) : get(Constant.PCIE_US) * Math.sqrt(work.tensor() / 2.0);
    this.summing = sums * agreeing * MICRO;
    this.summingToken = sums * work.model().hiddenSize() * BYTES_16_BIT * cut / link;
    this.stepsAhead = release.compareTo(SCHEDULES_AHEAD) >= 0 ? 1 : 0;
    this.computingPrompt = computing(sustained);
    this.alone = firstAlone();
  }

  @Override
  public double step(double sequences) {
    double tokens = work.tokens(sequences);
    double running =
        reading(sequences) + arithmetic(sequences) + launches.step() + summing + drafting();
    double each = sequences * get(Constant.SEQUENCE_US) * MICRO + tokens * summingToken;
    double hosted = Math.max(launches.least(), tokens * get(Constant.TOKEN_US) * MICRO);
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
    return work.tokens(sequences) * (work.tokenFlops() + slower) / sustained;
  }

  @Override
  public double mixed(double sequences) {
    double tokens = Math.min(work.promptTokens(), work.stepTokens());
    double experts = experts(tokens + sequences) - experts(sequences);
    double more = computingPrompt + work.chunks() * experts;
    double launching = launches.prompt();
    return more >= launching ? more : Math.max(more, launching - step(sequences));
  }

  @Override
  public double alone() {
    return alone;
  }

  @Override
  public double before(double sequences, boolean atRandom) {
    double step = step(sequences);
    double ofRunning = atRandom ? 0.5 : 1;
    return (ofRunning + stepsAhead) * step + work.chunks() * (step - step(1));
  }

  @Override
  public double place(double sequences) {
    return mixed(sequences) + step(sequences) * work.promptTokens() / work.stepTokens();
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
        + Math.max(running, launches.prompt());
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
    double read = bytes / Math.min(expertBandwidth / format.weights(tokens), widening);
    return Math.max(read, Math.min(1, tokens) * fewExperts * format.weights(tokens));
  }

  /** The arithmetic of a prompt, and what GPUs add up for it. */
  private double computing(double rate) {
    double flops = work.promptFlops() + slower * work.promptTokens();
    return flops / rate + summingToken * work.promptTokens();
  }

  /**
   * Seconds that the experts of one token take at least. Before Hopper their kernels have too few
   * bytes under way for the memory of an A100; more tokens use more experts at once.
   */
  private double fewExperts(Card card) {
    double most = get(Constant.EXPERT_GB_PER_SECOND_BEFORE_HOPPER) * GIGA;
    boolean early = card.computeCapability().major() < HOPPER;
    return early ? work.expertsRead(1) / work.expertGpus() / most : 0;
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
