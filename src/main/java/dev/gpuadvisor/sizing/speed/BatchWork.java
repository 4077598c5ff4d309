package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.CacheMemory;
import dev.gpuadvisor.sizing.KvCache;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;
import java.util.Optional;

/**
 * What there is to read and to compute for one copy of a model, whatever it runs on.
 *
 * @param denseBytes weights that every step reads
 * @param expertBytes of all routed experts
 * @param activeShare share of the experts that one token uses
 * @param cacheBytes of a sequence that a step reads, halfway through its output, and writes, where
 *     it is a state
 * @param tokenFlops of a token that is generated
 * @param expertFlops of it, what routed experts compute
 * @param promptFlops of a prompt
 * @param promptTokens of a prompt that are computed
 * @param stepTokens of a prompt that one step reads at most
 * @param parallel how GPUs share it
 * @param drafted tokens that are drafted ahead of each step for each sequence, and read in it
 * @param draftBytes that are read for a drafted token of all sequences
 * @param draftLayers that are launched for it
 * @param eager whether the host launches every layer, no graph being there
 */
record BatchWork(
    Model model,
    Quantization format,
    double denseBytes,
    double expertBytes,
    double activeShare,
    double cacheBytes,
    double tokenFlops,
    double expertFlops,
    double promptFlops,
    double promptTokens,
    int stepTokens,
    Parallel parallel,
    int drafted,
    double draftBytes,
    int draftLayers,
    boolean eager) {

  private static final int ALL = 1 << 20;

  static BatchWork of(
      Workload workload, Quantization format, int gpus, int stepTokens, Requests requests) {
    Model model = workload.model();
    double active = model.experts().map(MixtureOfExperts::activeShare).orElse(1.0);
    double one = WeightMemory.read(model, format, 1).total();
    double all = WeightMemory.read(model, format, ALL).total();
    double experts = active < 1 ? (all - one) / (1 - active) : 0;
    CacheMemory cache = KvCache.ofSequence(workload, (int) Math.ceil(requests.meanContext()));
    int input = (int) Math.ceil(requests.inputTokens());
    int known = (int) (input - Math.ceil(requests.computedTokens()));
    double flops = Compute.flopsOfPrompt(model, input) - Compute.flopsOfPrompt(model, known);
    // What is drafted and not accepted would be work for nothing: nobody said how much is accepted.
    Optional<Speculation> drafting =
        workload.settings().speculation().filter(ahead -> requests.acceptedTokensPerStep() > 1);
    return new BatchWork(
        model,
        format,
        all - experts,
        experts,
        active,
        cache.total() + cache.state(), // read, and written for the next token
        Compute.flopsPerToken(model),
        Compute.expertFlopsPerToken(model),
        flops,
        requests.computedTokens(),
        stepTokens,
        workload.parallel(format, gpus),
        drafting.map(Speculation::tokens).orElse(0),
        drafting.map(ahead -> (double) ahead.readBytes(model, format)).orElse(0.0),
        drafting.map(Speculation::launched).orElse(0),
        workload.settings().eager());
  }

  /** Weights that a step of so many tokens reads: each uses experts at random. */
  double expertsRead(double tokens) {
    return activeShare < 1 ? expertBytes * (1 - Math.pow(1 - activeShare, Math.max(1, tokens))) : 0;
  }

  /** Tokens of a step that so many sequences have: the next of each, and those drafted for it. */
  double tokens(double sequences) {
    return sequences * (1 + drafted);
  }

  /** Steps that read a prompt. */
  int chunks() {
    return (int) Math.max(1, Math.ceil(promptTokens / stepTokens));
  }

  /** GPUs that share a matrix. */
  int tensor() {
    return Math.max(1, parallel.tensor());
  }

  /** GPUs that share the experts. */
  int expertGpus() {
    return tensor() * parallel.data();
  }

  /** GPUs that share the cache: heads are not cut, and latent attention has one. */
  int cacheGpus() {
    return Math.min(tensor(), model.attention().cacheHeads());
  }

  boolean isLatent() {
    return model.attention() instanceof Attention.Latent;
  }

  /** Layers as most models have them, of two parts each: Nemotron's have one. */
  double wholeLayers() {
    return model.parts() / 2.0;
  }

  /** Layers with experts. */
  int expertLayers() {
    return model.experts().map(MixtureOfExperts::layers).orElse(0);
  }
}
