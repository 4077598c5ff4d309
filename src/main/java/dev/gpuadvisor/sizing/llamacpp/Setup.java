package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.LatentCache;
import dev.gpuadvisor.catalog.MemoryProfile.Static;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Speculation;
import java.util.List;
import java.util.Optional;

/**
 * How llama.cpp is started.
 *
 * @param tokens of its cache, of all sequences together ({@code -c})
 * @param slots sequences that it can work on at a time ({@code -np})
 * @param step tokens of one step ({@code -ub})
 * @param cacheType how keys are stored, and values where the switches say no other
 * @param speculation what drafts tokens ahead; empty where nothing does
 * @param switches what else it is told
 */
public record Setup(
    Model model,
    Static profile,
    KvCacheType cacheType,
    long tokens,
    int slots,
    int step,
    Optional<Speculation> speculation,
    LlamaCppSettings switches) {

  /**
   * What sizes of caches are rounded up to; without flash attention builds before 6900 go by 32.
   */
  private static final int ROUNDED_TO = 256;

  private static final int BYTES_16_BIT = 2;

  /** The smallest matrix that it rotates by (llama-kv-cache.cpp). */
  private static final int HADAMARD = 64;

  /** When llama.cpp learned to keep the latent vector alone; files made before keep it expanded. */
  private static final String FIRST_WITH_LATENT_CACHE = "2024-12";

  public Setup {
    tokens = rounded(tokens);
  }

  private static long rounded(long tokens) {
    return (tokens + ROUNDED_TO - 1) / ROUNDED_TO * ROUNDED_TO;
  }

  /** Bytes of keys and values of all sequences. */
  public long cacheBytes() {
    long bytes = 0;
    for (AttentionLayers group : model.shape().attentionLayers()) {
      bytes += group.layers() * bytesOfOneLayer(group);
    }
    return bytes;
  }

  /** Bytes that one such layer keeps of all sequences. */
  long bytesOfOneLayer(AttentionLayers group) {
    Kept kept = kept(group.attention());
    long bytes =
        kept.keys() * cacheType.bytesPerBlock() + kept.values() * valueType().bytesPerBlock();
    return cells(group) * bytes / KvCacheType.BLOCK;
  }

  private KvCacheType valueType() {
    return switches.values().orElse(cacheType);
  }

  /** What drafts has a cache of its own on the GPU, in 16 bit whatever the model's is. */
  public long draftCacheBytes() {
    if (switches.cacheOnHost()) {
      return 0;
    }
    long elements = 0;
    for (AttentionLayers group : drafting()) {
      elements += group.layers() * cells(group) * kept(group.attention()).all();
    }
    return elements * BYTES_16_BIT;
  }

  private List<AttentionLayers> drafting() {
    return speculation.map(all -> all.layers(model)).orElse(List.of());
  }

  /** What drafts has a context of its own, with a compute buffer; its cache is in 16 bit. */
  long draftComputeBytes() {
    return speculation.map(all -> draftComputeBytes(all.draft())).orElse(0L);
  }

  private long draftComputeBytes(Optional<Model> draft) {
    Model drafts = draft.orElse(model);
    Setup alike =
        new Setup(
            drafts,
            profile,
            KvCacheType.BF16,
            tokens,
            slots,
            step,
            Optional.empty(),
            switches.ofDraft());
    return draft.isPresent()
        ? new ComputeBuffer(alike, true).bytes()
        : ComputeBuffer.ofDraft(alike).bytes();
  }

  /** Bytes that recurrent layers keep, in 32 bit, for each slot, and for each drafted token. */
  public long stateBytes() {
    long states = (long) slots * (1 + speculation.map(Speculation::tokens).orElse(0));
    return model.shape().recurrent().map(layers -> layers.bytesInLlamaCpp() * states).orElse(0L);
  }

  /** Entries that one such layer has room for, of all sequences together. */
  long cells(AttentionLayers group) {
    return switch (group.keeps()) {
      case SHARED, NOTHING -> 0;
      case ENCODED -> group.window();
      case TOKENS, CHUNKS, COMPRESSED -> seen(group) / group.tokensPerEntry();
    };
  }

  /**
   * Whether it reads sequences at once and keeps nothing of them: such an encoder sees the tokens
   * of a step alone (build_attn_inp_no_cache in llama-graph.cpp), and makes no logits.
   */
  public boolean encodes() {
    return !model.shape().hasCache();
  }

  /** The same with steps of so many tokens at least: a sequence that is read at once is one. */
  public Setup withStepOf(int sequence) {
    return step >= sequence
        ? this
        : new Setup(model, profile, cacheType, tokens, slots, sequence, speculation, switches);
  }

  /** Tokens that the mask of such layers spans: the window of each slot, and those of a step. */
  long seen(AttentionLayers group) {
    if (encodes()) {
      return step;
    }
    boolean keepsAll = switches.fullWindows() || !profile.slidingCaches();
    if (group.window() == 0 || keepsAll) {
      return tokens;
    }
    return Math.min(tokens, rounded((long) group.window() * slots + step));
  }

  /**
   * What a token keeps in one layer, in elements; the compressed latent vector is keys and values
   * in one, and stored as keys are.
   */
  record Kept(long keys, long values) {

    long all() {
      return keys + values;
    }
  }

  Kept kept(Attention attention) {
    long all = attention.kvElementsPerTokenAndLayer();
    if (attention instanceof Attention.Latent latent) {
      long heads = latent.heads();
      return switch (latentCache()) {
        case COMPRESSED -> new Kept(all, 0);
        case WITH_VALUES -> new Kept(all, latent.kvRank());
        case EXPANDED ->
            new Kept(heads * (latent.nopeDim() + latent.ropeDim()), heads * latent.valueDim());
      };
    }
    long values =
        attention instanceof Attention.Grouped grouped
            ? (long) grouped.kvHeads() * grouped.valueDim()
            : 0;
    return new Kept(all - values, values);
  }

  /**
   * What a model with latent attention keeps. Files of models that are older than the support for
   * it lack the tensors that it needs, unless somebody made them anew.
   */
  LatentCache latentCache() {
    String released = model.released();
    boolean old = !released.isEmpty() && released.compareTo(FIRST_WITH_LATENT_CACHE) < 0;
    return old ? LatentCache.EXPANDED : profile.latentCache();
  }

  /**
   * A quantized cache of values cannot do without; its kernels cannot do with keys and values of
   * different widths.
   */
  boolean flashAttention() {
    boolean expanded =
        model.attention() instanceof Attention.Latent && latentCache() == LatentCache.EXPANDED;
    return hasQuantizedValues() || profile.flashAttention() && !expanded;
  }

  /** Whether such layers rotate what they quantize: heads of whole Hadamard matrices. */
  boolean rotates(AttentionLayers group) {
    return profile.rotatesCache()
        && group.attention() instanceof Attention.Grouped grouped
        && grouped.headDim() % HADAMARD == 0;
  }

  /** Whether keys are stored in less than 16 bit. */
  boolean hasQuantizedKeys() {
    return isQuantized(cacheType);
  }

  /** The same of values. */
  boolean hasQuantizedValues() {
    return isQuantized(valueType());
  }

  private static boolean isQuantized(KvCacheType type) {
    return type.bytesPerBlock() < KvCacheType.BF16.bytesPerBlock();
  }
}
