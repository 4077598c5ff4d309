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
   * A server that measures a worst batch when it starts and gives the rest to its cache (vLLM).
   *
   * @param baseMib besides the CUDA context and what the framework allocates
   * @param batchedTokens tokens of one step
   * @param sequences sequences of one step
   * @param bytesPerLogit what the sampler takes for each sequence and entry of the vocabulary
   * @param cudaGraphsMib captured graphs
   * @param communicationMib buffers of each GPU where several work together
   */
  record Paged(
      int baseMib,
      int batchedTokens,
      int sequences,
      double bytesPerLogit,
      int cudaGraphsMib,
      int communicationMib)
      implements MemoryProfile {}

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
      boolean unpacksCache)
      implements MemoryProfile {}

  /** What llama.cpp keeps of latent attention. */
  enum LatentCache {
    /** Keys and values of all heads. */
    EXPANDED,
    /** The latent vector, and once more as values. */
    WITH_VALUES,
    /** The latent vector. */
    COMPRESSED
  }
}
