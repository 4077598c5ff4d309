package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.MemoryProfile.Peak;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.WholeItems;
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

  /**
   * Per patch while the encoder turns queries and keys: pixels in 32 and 16 bit, and 18 vectors of
   * its hidden size, of which ten are in 32 bit.
   */
  private static final int BYTES_PER_PATCH = 55_000;

  private static final int PIXEL_BYTES_PER_PATCH = 7_056;

  /** V0 gives a model that sees at least so many tokens a step. */
  private static final int LEAST_TOKENS_WITH_IMAGES = 5_120;

  /** Heads that kernels of sparse attention take at least. */
  private static final int LEAST_HEADS = 64;

  /**
   * Tokens that experts take at once (VLLM_FUSED_MOE_CHUNK_SIZE, 0.11.0) where those of several
   * copies come together.
   */
  private static final int LARGEST_PART = 32_768;

  /** Keys that sparse attention gathers for prompts: so many for each token of the context. */
  private static final int GATHERED_KEYS = 40;

  /**
   * Tokens of one step where the caller does not say.
   *
   * @param usual those of the card
   * @param length of the longest sequence
   */
  public int stepTokens(int usual, int length) {
    if (!profile.defaults().wholePrompts() || cutsPrompts(length)) {
      boolean raised = profile.defaults().items() == WholeItems.RAISED;
      return raised ? Math.max(usual, model.itemTokens()) : usual;
    }
    return Math.max(length, sees() ? LEAST_TOKENS_WITH_IMAGES : usual);
  }

  /** Whether the largest image finds room in a step, where the model wants it whole. */
  boolean takesItems(int tokens) {
    return profile.defaults().items() == WholeItems.CUT || tokens >= model.itemTokens();
  }

  /** V0 cuts long prompts into pieces, but not those of models that see. */
  private boolean cutsPrompts(int length) {
    return length > profile.defaults().longestWholePrompt() && !sees();
  }

  private boolean generates() {
    return model.kind() == ModelKind.GENERATOR;
  }

  private boolean sees() {
    return model.visionParameters() > 0;
  }

  /**
   * The most that a first start measures.
   *
   * @param lastStage whether this GPU has the language-model head
   * @param eager whether nothing is compiled
   */
  public long peak(int sequences, int tokens, int length, boolean lastStage, boolean eager) {
    long steps = bytes(sequences, tokens, length, lastStage);
    return eager ? steps : Math.max(steps, compiling(tokens, lastStage));
  }

  /**
   * @param lastStage whether this GPU has the language-model head
   */
  public long bytes(int sequences, int tokens, int length, boolean lastStage) {
    boolean pieces = profile.defaults().wholePrompts() && cutsPrompts(length);
    boolean samples = lastStage && !pieces && generates();
    long sampler = samples ? sampler(sequences, tokens) : 0;
    long experts = expertBuffers(tokens) + gathered(tokens) + unpacked();
    long forward = forward(tokens, lastStage);
    if (profile.peak().keepsExpertBuffers()) {
      long workspace = Math.max(experts, gatheredKeys(length));
      long phases = Math.max(sampler, forward) + workspace;
      return withImages(phases, sequences, tokens, length);
    }
    return withImages(Math.max(sampler, forward + experts), sequences, tokens, length);
  }

  /**
   * A first start compiles while it is measured, and times kernels on copies of what they read: the
   * table of embeddings, and a step's tokens on their way in and out. A later start, which finds
   * its compiled code, has that for its cache. Whoever sees looks tokens up outside of what is
   * compiled.
   */
  private long compiling(int tokens, boolean lastStage) {
    boolean looksUp = parallel.pipeline() == 1 || !lastStage;
    if (!profile.peak().timesTables() || sees() || !looksUp || !generates()) {
      return 0;
    }
    long vectors = 2L * tokens * model.hiddenSize();
    return (model.embeddingTableParameters() / parallel.tensor() + vectors) * BYTES_16_BIT;
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
    double layer = Math.max(feedForward, attention());
    double vectors = layer + peak.hiddenVectors() * model.hiddenSize() + handedOn;
    return Math.round(tokens * vectors * BYTES_16_BIT);
  }

  /**
   * Attention with one wide vector to a head: queries, the same padded to 64 heads, and as much for
   * what comes out (models/deepseek_v4/attention.py). Elsewhere the feed-forward part is wider.
   */
  private double attention() {
    if (!(model.attention() instanceof Attention.OneVector vector)) {
      return 0;
    }
    int heads = vector.heads() / parallel.tensor();
    return (heads + 2.0 * Math.max(heads, LEAST_HEADS)) * vector.dim();
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
    long ofAll = (long) tokens * parallel.data();
    long atOnce = Math.min(ofAll, Math.max(tokens, LARGEST_PART));
    return atOnce * experts.expertsPerToken() * values * BYTES_16_BIT;
  }

  /** Copies of the attention hand their tokens to all experts: what comes, and what goes back. */
  private long gathered(int tokens) {
    boolean alone = parallel.data() == 1 || model.experts().isEmpty();
    return alone ? 0 : 2L * tokens * parallel.data() * model.hiddenSize() * BYTES_16_BIT;
  }

  /**
   * Weights that bitsandbytes unpacks to 16 bit for a step: of a layer all experts, elsewhere one
   * matrix at a time (bitsandbytes.py, BitsAndBytesMoEMethod and _apply_4bit_weight).
   */
  private long unpacked() {
    if (!format.id().equals("nf4")) {
      return 0;
    }
    long dense = (long) model.hiddenSize() * model.feedForwardSize() / parallel.tensor();
    long routed =
        model
            .experts()
            .map(all -> (long) all.experts() * 3 * all.expertSize() * all.width(model.hiddenSize()))
            .orElse(0L);
    return Math.max(dense, routed / cuts()) * BYTES_16_BIT;
  }

  private int cuts() {
    return parallel.tensor() * parallel.data();
  }

  /** The encoder runs first; its pixels and tokens are kept until the batch is over. */
  private long withImages(long phases, int sequences, int tokens, int length) {
    if (!sees()) {
      return phases;
    }
    if (profile.defaults().wholePrompts()) {
      return Math.max(phases, encoder(length));
    }
    if (model.images().isEmpty()) {
      return phases + (long) LARGEST_IMAGE_TOKENS * model.hiddenSize() * BYTES_16_BIT;
    }
    VllmEncoder encoder =
        new VllmEncoder(model.images().get(), model, parallel, profile.turnsIn32Bit());
    return Math.max(
        encoder.peak(tokens, sequences, length), phases + encoder.kept(tokens, sequences, length));
  }

  /**
   * The workspace of sparse attention's index (mla/indexer.py, get_max_prefill_buffer_size), which
   * the experts' buffers share: one space of which each takes what it needs.
   */
  private long gatheredKeys(int length) {
    if (model.shape().index().isEmpty()) {
      return 0;
    }
    IndexKeys index = model.shape().index().get();
    return (long) GATHERED_KEYS * length / index.tokensPerEntry() * index.bytesPerEntry();
  }

  /**
   * V0 runs the largest image and a video of the rest of the context through the encoder, one after
   * the other; pixels and tokens of the first stay.
   */
  private long encoder(int length) {
    long image = (long) LARGEST_IMAGE_TOKENS * PATCHES_PER_TOKEN;
    long frames = Math.max(1, (length - LARGEST_IMAGE_TOKENS) / LARGEST_IMAGE_TOKENS);
    long kept = (long) LARGEST_IMAGE_TOKENS * model.hiddenSize() * BYTES_16_BIT;
    return frames * image * BYTES_PER_PATCH + image * PIXEL_BYTES_PER_PATCH + kept;
  }
}
