package dev.gpuadvisor.advice;

/** What to think of an offer for a workload, in the order in which they are tried. */
public enum Verdict {
  DOES_NOT_FIT,
  /** One unit has more GPUs than the caller allows. */
  TOO_MANY_GPUS,
  OVER_BUDGET,
  SUPPLY_TOO_LOW,
  TOO_SLOW,
  TIGHT,
  BEST_CHOICE,
  /** Slower than the best, or more expensive per token: where the caller ranks by that. */
  RANKED_LOWER,
  /** Another offer has more memory and no worse supply for less. */
  DOMINATED,
  /** Less than the memory of the best divided by 1.2, and no cheaper; but in better supply. */
  LESS_MEMORY_DEARER,
  /** Less than 1.2 times the memory of the best, and no cheaper. */
  SAME_MEMORY_DEARER,
  /** At most 25 % more expensive than the best. */
  ACCEPTABLE,
  /** At most twice the price of the best. */
  OVERSIZED,
  OVERSIZED_AND_DEAR
}
