package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.memory.VllmFitting;

/**
 * How much a server holds at once.
 *
 * @param cached sequences whose tokens find room in the cache, each halfway through its output; not
 *     a whole number
 * @param mostSequences of one step, as it is set up
 * @param stepTokens of one step at most: longer prompts are read in several
 */
public record ServerRoom(double cached, int mostSequences, int stepTokens) {

  /** A micro-batch of llama.cpp. Transformers reads prompts whole. */
  private static final int MICRO_BATCH = 512;

  /**
   * What is left of the memory that a workload was fitted into.
   *
   * @param fitting of the workload on the hardware, which it fits
   */
  public static ServerRoom of(Fitting fitting, Requests requests) {
    if (fitting.vllm().isPresent()) {
      VllmFitting vllm = fitting.vllm().get();
      int mean = (int) Math.ceil(requests.meanContext());
      return new ServerRoom(vllm.sequencesOf(mean), vllm.mostSequences(), vllm.stepTokens());
    }
    int held = fitting.largestConcurrency();
    return new ServerRoom(held, held, MICRO_BATCH);
  }

  /** Sequences that are generated at the same time at most. */
  double sequences() {
    return Math.min(cached, mostSequences);
  }
}
