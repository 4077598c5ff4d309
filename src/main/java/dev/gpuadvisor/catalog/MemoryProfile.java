package dev.gpuadvisor.catalog;

import java.util.Set;

/**
 * What a runtime allocates besides weights, cache and adapters: the constants of its memory rule.
 */
public sealed interface MemoryProfile {

  /**
   * A framework that allocates tensor by tensor while it runs, and grows its cache token by token
   * (transformers). Its peak is the largest of three moments: reading the prompt, the last
   * generated token, and loading the weights.
   *
   * @param baseMib workspaces of the matrix libraries and other small tensors
   * @param promptActivations what a prompt token takes while it is read
   * @param cacheCopies how often the cache exists while a token is generated
   * @param positionTables whether each layer keeps rotary tables for the longest context
   * @param roundsTensors whether the allocator's rounding of each weight counts; it does not where
   *     the loader reserves one block for all of them
   * @param scratchMatrix formats whose kernels keep room for the largest matrix in 16 bit
   * @param keptPositions formats in which each layer keeps a pair of position vectors for each
   *     token
   * @param headCopy formats in which a model with tied embeddings carries its head besides
   * @param loadingHeadCopy formats in which it does so only while it is loaded
   */
  record Eager(
      int baseMib,
      PromptActivations promptActivations,
      int cacheCopies,
      boolean positionTables,
      boolean roundsTensors,
      Set<Quantization> scratchMatrix,
      Set<Quantization> keptPositions,
      Set<Quantization> headCopy,
      Set<Quantization> loadingHeadCopy)
      implements MemoryProfile {

    public Eager {
      scratchMatrix = Set.copyOf(scratchMatrix);
      keptPositions = Set.copyOf(keptPositions);
      headCopy = Set.copyOf(headCopy);
      loadingHeadCopy = Set.copyOf(loadingHeadCopy);
    }
  }

  /**
   * What one token of the prompt takes at the moment when the prompt takes most: in the widest
   * layer, or behind the last where every token gets its logits.
   *
   * @param hiddenVectors 16-bit vectors of the hidden size that are alive then
   * @param feedForwardVectors those of the feed-forward size
   * @param bytesPerLogit bytes for each entry of the vocabulary; 0 where only the last token of a
   *     prompt gets logits
   */
  record PromptActivations(int hiddenVectors, int feedForwardVectors, int bytesPerLogit) {}

  /**
   * A server that measures a worst batch when it starts and gives the rest of its share to its
   * cache (vLLM).
   *
   * @param defaults what a step may hold where nobody says
   * @param peak what the worst batch takes
   * @param nonTorch what is allocated outside of the framework
   * @param graphs what captured graphs take
   * @param cache how the cache is laid out
   * @param marlinOnHopper whether Hopper runs MXFP4 by the kernels of Ampere
   * @param secondRunner whether dense models are run by the second runner already (pull request
   *     44443), which did not count its graphs (53306)
   * @param turnsIn32Bit whether encoders of images turn queries and keys in 32 bit
   * @param widensZeros whether zero points of AWQ become 16 bit when they are loaded
   */
  record Paged(
      StepDefaults defaults,
      Peak peak,
      NonTorch nonTorch,
      Graphs graphs,
      PagedCache cache,
      boolean marlinOnHopper,
      boolean secondRunner,
      boolean turnsIn32Bit,
      boolean widensZeros)
      implements MemoryProfile {

    /**
     * The same for one model: mixtures, and layers with a state, came to the second runner last.
     */
    public Paged of(Model model) {
      if (!secondRunner || model.experts().isPresent() || model.shape().recurrent().isPresent()) {
        return this;
      }
      Peak logits = peak.ofSecondRunner();
      Graphs beside = graphs.outside();
      return new Paged(
          defaults,
          logits,
          nonTorch,
          beside,
          cache,
          marlinOnHopper,
          false,
          turnsIn32Bit,
          widensZeros);
    }
  }

  /**
   * Sequences and tokens of one step.
   *
   * @param largeSequences on cards of 70 GiB and more that are no A100
   * @param largestTokens on cards of 160 GiB and more
   * @param longestWholePrompt up to so many tokens a step takes the longest prompt whole; 0 where
   *     prompts are always cut
   * @param items what becomes of a step that is too small for the largest image
   */
  record StepDefaults(
      int sequences,
      int largeSequences,
      int tokens,
      int largeTokens,
      int largestTokens,
      int longestWholePrompt,
      WholeItems items) {

    /** Whether prompts may be taken whole: the V0 engine. */
    public boolean wholePrompts() {
      return longestWholePrompt > 0;
    }
  }

  /**
   * The worst batch: the widest layer with all tokens of a step, or the sampler with all its
   * sequences, whichever takes more.
   *
   * @param baseMib small tensors
   * @param bytesPerLogit of the sampler, for each sequence and entry of the vocabulary
   * @param samplerVectors 16-bit vectors of the hidden size that each token has meanwhile
   * @param hiddenVectors those that each token has in the widest layer
   * @param feedForwardVectors those of the feed-forward size
   * @param keepsExpertBuffers whether the buffers of the experts stay during the sampler's phase
   * @param warmUpBytesPerLogit what the sampler takes when it warms up after the cache is there; 0
   *     where that is no more than was measured
   * @param timesTables whether a first start, which compiles, times kernels on a copy of the table
   *     of embeddings (combo kernels; issue 54122)
   */
  record Peak(
      int baseMib,
      double bytesPerLogit,
      double samplerVectors,
      double hiddenVectors,
      double feedForwardVectors,
      boolean keepsExpertBuffers,
      double warmUpBytesPerLogit,
      boolean timesTables) {

    /** It leaves the logits as the model made them where nobody asks for more. */
    private static final double BYTES_OF_A_LOGIT = 2;

    /** Those, the same in 32 bit, and their probabilities. */
    private static final double BYTES_WHERE_ASKED = 10;

    /** The same by the second runner, which measures no more of the sampler than the logits. */
    Peak ofSecondRunner() {
      return new Peak(
          baseMib,
          BYTES_OF_A_LOGIT,
          samplerVectors,
          hiddenVectors,
          feedForwardVectors,
          keepsExpertBuffers,
          BYTES_WHERE_ASKED,
          timesTables);
    }
  }

  /**
   * Memory outside of the framework, within the share.
   *
   * @param aloneMib with one GPU
   * @param linkedMib with two of a kind that NVLink joins
   * @param linkedEachMib for each further of them
   * @param unlinkedMib with several others
   * @param marlinMib besides, where weights are unpacked by the kernels of that name
   */
  record NonTorch(int aloneMib, int linkedMib, int linkedEachMib, int unlinkedMib, int marlinMib) {}

  /**
   * Captured graphs.
   *
   * @param layerMib for each layer, with all batch sizes that may be captured
   * @param expertLayerMib for each with experts besides
   * @param sparseLayerMib for each of a model with sparse attention besides
   * @param inBudget whether they are taken off the cache
   */
  record Graphs(
      int baseMib,
      double layerMib,
      double expertLayerMib,
      double sparseLayerMib,
      boolean inBudget) {

    Graphs outside() {
      return new Graphs(baseMib, layerMib, expertLayerMib, sparseLayerMib, false);
    }
  }

  /**
   * A server that allocates its cache and one compute buffer when it starts (llama.cpp). The
   * embedding table stays in the host's memory.
   *
   * @param baseMib besides the CUDA context and the buffers that it reports
   * @param batchTokens tokens of one step, where the caller does not say
   * @param slots sequences that it makes room for, where the caller does not say
   * @param flashAttention whether it is on; without it the scores of all heads are kept
   * @param slidingCaches whether layers with a window keep no more than that
   * @param latentCache what latent attention keeps
   * @param fusedGates whether gating is one operation with a result of its own
   * @param masksIn16Bit whether masks arrive in 16 bit, and not in 32 bit to be cast
   * @param limitsOutputs whether there is room for the logits of one token a slot, and not of all
   * @param unpacksCache whether room to unpack a quantized cache is part of the compute buffer
   * @param rotatesCache whether what goes into a quantized cache is rotated, and the answer back
   * @param headFirst whether the language-model head is the first layer that goes to a GPU where
   *     not all do, and not the last
   */
  record Static(
      int baseMib,
      int batchTokens,
      int slots,
      boolean flashAttention,
      boolean slidingCaches,
      LatentCache latentCache,
      boolean fusedGates,
      boolean masksIn16Bit,
      boolean limitsOutputs,
      boolean unpacksCache,
      boolean rotatesCache,
      boolean headFirst)
      implements MemoryProfile {}
}
