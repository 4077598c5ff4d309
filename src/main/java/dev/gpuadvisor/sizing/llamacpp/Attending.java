package dev.gpuadvisor.sizing.llamacpp;

import java.util.function.IntSupplier;

/**
 * How a layer of a {@link LayerGraph} attends.
 *
 * @param mask which tokens see which; asked for right before it is used, since a cast of it is made
 *     there
 * @param scratchBytes room of the kernel for a cache that it unpacks
 * @param scoresBytes scores of all heads where they are kept; 0 with flash attention
 * @param rotatesKeys whether queries and keys are rotated
 * @param rotatesValues whether values are, and the answer back
 * @param copiedBytes of keys and values that are copied here first; 0 where they lie here
 * @param elsewhere whether the host attends, to whom queries go and from whom the answer comes
 */
record Attending(
    IntSupplier mask,
    long scratchBytes,
    long scoresBytes,
    boolean rotatesKeys,
    boolean rotatesValues,
    long copiedBytes,
    boolean elsewhere) {

  Attending(int mask, long scratchBytes, long scoresBytes) {
    this(() -> mask, scratchBytes, scoresBytes, false, false, 0, false);
  }
}
