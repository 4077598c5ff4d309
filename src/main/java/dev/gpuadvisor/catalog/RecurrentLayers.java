package dev.gpuadvisor.catalog;

/**
 * Layers that carry a state of fixed size from token to token instead of a cache. What a runtime
 * keeps of it differs: vLLM and llama.cpp the last {@code convKernel - 1} columns of the
 * convolution, transformers all of them; llama.cpp everything in 32 bit.
 *
 * @param kind what they are called
 * @param inputWidth elements that the projections from the hidden size give, all together
 * @param outputWidth elements that go into the projection back
 * @param otherParameters of one layer besides these projections: convolution, gates, norms
 * @param convChannels channels of the convolution before the recurrence
 * @param convKernel tokens that the convolution spans
 * @param stateElements of one layer and sequence; 0 where the convolution is all there is
 * @param stateIn32Bit whether the state is kept in float32 whatever the model is in
 */
public record RecurrentLayers(
    Kind kind,
    int layers,
    long inputWidth,
    long outputWidth,
    long otherParameters,
    long convChannels,
    int convKernel,
    long stateElements,
    boolean stateIn32Bit) {

  /** The architectures that are known. */
  public enum Kind {
    GATED_DELTA_NET,
    KIMI_DELTA_ATTENTION,
    MAMBA,
    MAMBA2,
    SHORT_CONVOLUTION,
    LIGHTNING_ATTENTION,
    GATED_LINEAR_RECURRENCE
  }

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /** Weights of all these layers. */
  public long parameters(long hiddenSize) {
    return layers * (hiddenSize * (inputWidth + outputWidth) + otherParameters);
  }

  /** Bytes of one sequence in vLLM: the state as the model's configuration says. */
  public long bytesInVllm() {
    return bytes(convKernel - 1, BYTES_16_BIT, stateIn32Bit ? BYTES_32_BIT : BYTES_16_BIT);
  }

  /** Bytes of one sequence in llama.cpp: everything in 32 bit. */
  public long bytesInLlamaCpp() {
    return bytes(convKernel - 1, BYTES_32_BIT, BYTES_32_BIT);
  }

  /** Bytes of one sequence in transformers: the whole convolution, the state in 32 bit. */
  public long bytesInTransformers() {
    return bytes(convKernel, BYTES_16_BIT, BYTES_32_BIT);
  }

  private long bytes(int columns, int bytesOfConv, int bytesOfState) {
    return layers * (convChannels * columns * bytesOfConv + stateElements * bytesOfState);
  }
}
