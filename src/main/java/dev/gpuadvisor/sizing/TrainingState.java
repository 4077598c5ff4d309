package dev.gpuadvisor.sizing;

/**
 * What training keeps for every weight that it changes.
 *
 * @param gradientsBytes one gradient each
 * @param optimizerBytes the two moments of Adam, and a copy in 32 bit where the weights have 16
 */
public record TrainingState(long gradientsBytes, long optimizerBytes) {

  long bytes() {
    return gradientsBytes + optimizerBytes;
  }
}
