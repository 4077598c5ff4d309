package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import java.util.List;

/**
 * Named offers side by side: the assessments of a recommendation, for these alone and in the order
 * given, each with its bill against the first.
 */
public record Comparison(
    Question question,
    List<Offer> offers,
    List<Recommendation.QuantizedEstimate> memory,
    List<Assessment> assessments,
    List<Note> notes) {

  static List<Assessment> againstFirst(List<Assessment> judged, List<Compared> named) {
    List<Assessment> inOrder =
        named.stream().flatMap(each -> judged.stream().filter(each::isOf).limit(1)).toList();
    Bill first = inOrder.get(0).bill();
    return inOrder.stream()
        .map(assessment -> assessment.withDifference(assessment.bill().percentAbove(first)))
        .toList();
  }
}
