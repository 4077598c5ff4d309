package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;

/**
 * What one token has in one layer while the layer is calculated again, in bytes, beside the scores
 * of attention. Hidden states are in 16 bit.
 */
final class LayerBytes {

  private static final int BYTES_16_BIT = 2;

  /**
   * For each element of the hidden size (Korthikanti et al. 2022), where adapters on all matrices
   * have copies of their inputs in 32 bit.
   */
  private static final int PER_HIDDEN = 34;

  /**
   * The same where no adapter has copies of its inputs in 32 bit: each norm keeps its input in 32
   * bit, what it makes of it and its output in 16, and queries, keys, values and what attention
   * makes of them stay.
   */
  private static final int PER_HIDDEN_WITHOUT_CASTS = 2 * (4 + 2 + 2) + 4 * BYTES_16_BIT;

  /** For each element of the feed-forward size: gate, up, the activated gate, their product. */
  private static final int PER_FEED_FORWARD = 4 * BYTES_16_BIT;

  /**
   * Without an adapter behind it nothing keeps the product: the gradient of a frozen matrix's input
   * needs its weights only.
   */
  private static final int PER_FROZEN_FEED_FORWARD = 3 * BYTES_16_BIT;

  /** Of hidden states in fused kernels: two norms, the residual between them, a gradient. */
  private static final int FUSED_HIDDEN = 4;

  /** Gate and up, which their gradients replace, and the gradient of their product. */
  private static final int FUSED_FEED_FORWARD = 3;

  /** One norm, and the gradients of the layer's input and of what attention adds to it. */
  private static final int FUSED_HIDDEN_IN_ATTENTION = 3;

  private LayerBytes() {}

  static long perToken(Tuning tuning) {
    Model model = tuning.model();
    TuningMethod method = tuning.method();
    Trainer trainer = tuning.settings().trainer();
    boolean adapters = method.hasAdapters();
    boolean casts = adapters && !trainer.hasAdaptersIn16Bit(method);
    boolean frozen = adapters && tuning.adapters().targets() != LoraTargets.ALL;
    long usual =
        (long) model.hiddenSize() * (casts ? PER_HIDDEN : PER_HIDDEN_WITHOUT_CASTS)
            + (long) model.activeFeedForwardSize()
                * (frozen ? PER_FROZEN_FEED_FORWARD : PER_FEED_FORWARD);
    boolean fused = adapters && trainer.fusesAdapters() && model.experts().isEmpty();
    return fused && model.attention() instanceof Attention.Grouped grouped
        ? Math.min(usual, fused(model, grouped))
        : usual;
  }

  /**
   * Kernels that keep the inputs of gate and up and what they make of them, and write gradients
   * over both (LoRA_MLP in unslothai/unsloth@0050c73e kernels/fast_lora.py;
   * axolotl-ai-cloud/axolotl@00564c8f kernels/lora.py). The fuller of two moments counts: the
   * feed-forward part going back, with all of attention still there, or attention going back, where
   * FlashAttention adds up the gradient of queries in 32 bit, and makes those of keys and values
   * for each head of the queries.
   *
   * <p>axolotl-ai-cloud/axolotl#3800: from 32,768 tokens to 65,536 a token of Llama 3.2 1B took
   * 80,264 bytes beside its checkpoints (86,016 here), of Qwen3 0.6B, 1.7B and 4B 56,033, 76,349
   * and 117,145 (59,392, 77,824 and 119,808).
   */
  private static long fused(Model model, Attention.Grouped attention) {
    long hidden = model.hiddenSize();
    long queries = Math.round(attention.headWidth());
    long keysAndValues = attention.kvElementsPerTokenAndLayer();
    long keys = keysAndValues / 2;
    // As projected; normed and rotated; what attention makes of them.
    long attended = queries + keysAndValues + 2 * (queries + keys) + queries;
    long feedForward =
        FUSED_FEED_FORWARD * (long) model.activeFeedForwardSize()
            + FUSED_HIDDEN * hidden
            + attended;
    long inFull = 2 * queries; // 32 bit
    long ofEachHead = attention.kvHeads() < attention.heads() ? 2 * queries : 0;
    long gradients = queries + inFull + queries + keysAndValues + ofEachHead;
    long attending = FUSED_HIDDEN_IN_ATTENTION * hidden + attended + gradients;
    return BYTES_16_BIT * Math.max(feedForward, attending);
  }
}
