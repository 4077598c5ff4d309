package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.MemoryProfile.Peak;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Parallel;

/**
 * The worst batch that vLLM runs when it starts (gpu_model_runner.py, profile_run): the largest
 * images through the encoder, a forward pass with all tokens of a step, and the sampler with all
 * its sequences. The peak is the largest of the phases, and what an earlier phase leaves stays.
 */
public record VllmActivations(Paged profile, Model model, Quantization format, Parallel parallel) {

  private static final int BYTES_16_BIT = 2;
  private static final long MIB = 1L << 20;

  /** Tokens that the largest image becomes, in the families of Qwen; others have fewer. */
  private static final int LARGEST_IMAGE_TOKENS = 16_384;

  /** Patches that become one of its tokens, and what each takes in the encoder's widest layer. */
  private static final int PATCHES_PER_TOKEN = 4;

  private static final int BYTES_PER_PATCH = 28_200;

  /** Above this V0 cuts prompts into pieces. */
  private static final int LONGEST_WHOLE_PROMPT = 32_768;

  /**
   * Tokens of one step where the caller does not say.
   *
   * @param length of the longest sequence
   */
  public static int stepTokens(Paged profile, boolean large, int length) {
    int usual = large ? profile.defaults().largeTokens() : profile.defaults().tokens();
    return profile.defaults().wholePrompts() && length <= LONGEST_WHOLE_PROMPT
        ? Math.max(length, usual)
        : usual;
  }

  /**
   * @param lastStage whether this GPU has the language-model head
   */
  public long bytes(int sequences, int tokens, int length, boolean lastStage) {
    boolean pieces = profile.defaults().wholePrompts() && length > LONGEST_WHOLE_PROMPT;
    boolean samples = lastStage && !pieces && model.kind() == ModelKind.GENERATOR;
    long sampler = samples ? sampler(sequences, tokens) : 0;
    long experts = expertBuffers(tokens);
    long forward = forward(tokens, lastStage);
    if (profile.peak().keepsExpertBuffers()) {
      return Math.max(sampler, forward) + experts + images();
    }
    long phases = Math.max(sampler, forward + experts) + images();
    return profile.defaults().wholePrompts() ? Math.max(phases, encoder(tokens)) : phases;
  }

  /** What the sampler takes once the cache is there, where that is more than was measured. */
  long warmUp(int sequences) {
    double bytes = profile.peak().warmUpBytesPerLogit() * sequences * model.vocabulary();
    return Math.round(bytes);
  }

  private long sampler(int sequences, int tokens) {
    Peak peak = profile.peak();
    double logits = peak.bytesPerLogit() * sequences * model.vocabulary();
    double hidden = peak.samplerVectors() * tokens * model.hiddenSize() * BYTES_16_BIT;
    return Math.round(logits + hidden) + peak.baseMib() * MIB;
  }

  private long forward(int tokens, boolean lastStage) {
    Peak peak = profile.peak();
    double feedForward = peak.feedForwardVectors() * model.feedForwardSize() / parallel.tensor();
    double handedOn = lastStage ? 0 : model.hiddenSize();
    double vectors = feedForward + peak.hiddenVectors() * model.hiddenSize() + handedOn;
    return Math.round(tokens * vectors * BYTES_16_BIT);
  }

  /**
   * The two workspaces of the fused kernels: for each token and each of its experts the wider of
   * input and intermediate values, once with the gate and once without. MXFP4 kernels have none.
   */
  private long expertBuffers(int tokens) {
    if (model.experts().isEmpty() || format.id().equals("mxfp4")) {
      return 0;
    }
    MixtureOfExperts experts = model.experts().get();
    long width = experts.width(model.hiddenSize());
    long size = parallel.wholeExperts() ? experts.expertSize() : experts.expertSize() / cuts();
    long values = Math.max(size, width) + Math.max(2 * size, width);
    return (long) tokens * experts.expertsPerToken() * values * BYTES_16_BIT;
  }

  private int cuts() {
    return parallel.tensor() * parallel.data();
  }

  /** What the encoder made of the largest image is kept until the batch is over. */
  private long images() {
    return model.visionParameters() == 0 || profile.defaults().wholePrompts()
        ? 0
        : (long) LARGEST_IMAGE_TOKENS * model.hiddenSize() * BYTES_16_BIT;
  }

  /** V0 runs as many of the largest images as a step has tokens for. */
  private long encoder(int tokens) {
    if (model.visionParameters() == 0) {
      return 0;
    }
    long images = Math.max(1, tokens / LARGEST_IMAGE_TOKENS);
    return images * LARGEST_IMAGE_TOKENS * PATCHES_PER_TOKEN * BYTES_PER_PATCH;
  }
}
