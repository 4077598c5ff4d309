package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.ApiComparison;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param memory one estimate for each quantization, in the order asked
 * @param rankings of all offers, one for each quantization
 * @param migration where the caller said what runs now and something is recommended
 * @param breakEven where what is recommended is billed while it works and its rival while it runs,
 *     or the other way round
 * @param api where the caller said what an API charges for the load, and something is recommended
 * @param rentOrBuy where the caller named hardware of their own
 * @param notes what the caller should know besides
 */
public record Recommendation(
    Question question,
    List<QuantizedEstimate> memory,
    List<Ranking> rankings,
    Picks picks,
    Optional<Migration> migration,
    Optional<BreakEven> breakEven,
    Optional<ApiComparison> api,
    Optional<RentOrBuy> rentOrBuy,
    List<Note> notes) {

  /** How many offers were looked at. */
  public int offers() {
    return rankings.get(0).size();
  }

  /** Of all offers, quantization by quantization; what fits first, then by price. */
  public List<Assessment> assessments() {
    return rankings.stream().flatMap(ranking -> ranking.all().stream()).toList();
  }

  /** The assessments of one quantization, in their order. */
  public List<Assessment> assessments(QuantizationChoice quantization) {
    return assessments().stream().filter(each -> each.quantization().equals(quantization)).toList();
  }

  /**
   * What one format needs.
   *
   * @throws java.util.NoSuchElementException where it was not asked for
   */
  public MemoryEstimate estimate(QuantizationChoice quantization) {
    return memory.stream()
        .filter(each -> each.quantization().equals(quantization))
        .map(QuantizedEstimate::estimate)
        .findFirst()
        .orElseThrow();
  }

  /** A memory estimate, and what for. */
  public record QuantizedEstimate(QuantizationChoice quantization, MemoryEstimate estimate) {}
}
