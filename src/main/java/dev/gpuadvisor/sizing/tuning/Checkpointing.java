package dev.gpuadvisor.sizing.tuning;

/** What is kept of a layer until the backward pass. */
public enum Checkpointing {
  /** Its input; the rest is calculated again. */
  FULL,
  /**
   * The same by PyTorch's later implementation ({@code use_reentrant=False}, and that of FSDP 2 and
   * of torchtune), which leaves nothing behind where FSDP divides a base that is not trained.
   */
  NON_REENTRANT,
  /** Everything. */
  NONE,
  /** Its input, in the memory of the host. */
  OFFLOADED;

  /** Whether the GPU keeps the input of each layer and calculates the rest again. */
  boolean keepsInputs() {
    return this == FULL || this == NON_REENTRANT;
  }
}
