package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Named offers side by side: the assessments of a recommendation, for these alone and in the order
 * given, each with its price against the first.
 */
public record Comparison(
    Question question,
    List<Offer> offers,
    List<Recommendation.QuantizedEstimate> memory,
    List<Assessment> assessments) {

  /**
   * @param offers never empty
   */
  public static Comparison of(Question question, List<Offer> offers) {
    List<Recommendation.QuantizedEstimate> memory = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    for (QuantizationChoice quantization : question.quantizations()) {
      Candidate.Need need = Candidate.Need.of(question.workload(), quantization);
      memory.add(new Recommendation.QuantizedEstimate(quantization, need.estimate()));
      List<Assessment> judged = new Assessor(need, question.constraints()).assess(offers);
      assessments.addAll(againstFirst(judged, offers));
    }
    return new Comparison(question, offers, memory, assessments);
  }

  private static List<Assessment> againstFirst(List<Assessment> judged, List<Offer> offers) {
    List<Assessment> inOrder =
        judged.stream()
            .sorted(Comparator.comparingInt(assessment -> offers.indexOf(assessment.offer())))
            .toList();
    Price first = inOrder.get(0).price();
    return inOrder.stream()
        .map(assessment -> assessment.withDifference(assessment.price().percentAbove(first)))
        .toList();
  }
}
