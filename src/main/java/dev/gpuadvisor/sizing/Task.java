package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;

/**
 * What a model is to do: answer ({@link Workload}) or learn ({@link Tuning}). Both take memory for
 * a number of sequences of a length, and can be asked how far they could grow.
 */
public sealed interface Task permits Workload, Tuning {

  Model model();

  /** Share of a card's memory that may be used. */
  double usableFraction();

  /** Tokens of one sequence. */
  int length();

  /** The most tokens that a sequence may be asked to have. */
  int longest();

  int mostSequences();

  /** The same task with longer or shorter sequences. */
  Task withLength(int tokens);

  /** The same task with more or fewer sequences at a time. */
  Task withSequences(int sequences);

  MemoryEstimate estimate(Quantization format);
}
