package dev.gpuadvisor.catalog;

/**
 * How many weights a model has, exactly.
 *
 * @param parameters all that are loaded, towers included
 * @param active those that one token of text touches: without idle experts, towers and tables that
 *     are only looked up
 * @param experts routed experts, biases included; 0 without experts
 * @param towers what reads images or sound; 0 without
 * @param lookup tables besides the embeddings of which a token reads one row, and which may lie in
 *     host memory (per-layer embeddings, n-grams)
 * @param mtp layers that predict further tokens: published, and loaded only to speculate; not part
 *     of {@code parameters}
 */
public record WeightTotals(
    long parameters, long active, long experts, long towers, long lookup, long mtp) {

  WeightTotals withoutTowers() {
    return new WeightTotals(parameters - towers, active, experts, 0, lookup, mtp);
  }

  /** A dense model of nothing but text. */
  public static WeightTotals dense(long parameters) {
    return new WeightTotals(parameters, parameters, 0, 0, 0, 0);
  }
}
