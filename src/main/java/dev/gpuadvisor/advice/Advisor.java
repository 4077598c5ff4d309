package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions: which offer, at what price, with what saving. Pure: the same question on the
 * same day gets the same answer.
 */
public final class Advisor {

  private Advisor() {}

  /**
   * @param today decides the age of the prices
   */
  public static Recommendation recommend(Question question, LocalDate today) {
    List<Offer> offers =
        question.priceLists().stream().flatMap(list -> list.offers().stream()).toList();
    List<QuantizedEstimate> memory = new ArrayList<>();
    List<Assessment> assessments = new ArrayList<>();
    for (QuantizationChoice quantization : question.quantizations()) {
      Candidate.Need need = Candidate.Need.of(question.workload(), quantization);
      memory.add(new QuantizedEstimate(quantization, need.estimate()));
      assessments.addAll(new Assessor(need, question.constraints()).assess(offers));
    }
    Picks picks = Picks.of(assessments);
    return new Recommendation(
        question,
        memory,
        assessments,
        picks,
        migration(question, picks),
        Notes.of(question, assessments, picks, today));
  }

  private static Optional<Migration> migration(Question question, Picks picks) {
    return question
        .current()
        .flatMap(
            current ->
                picks
                    .recommended()
                    .map(
                        pick ->
                            Migration.of(
                                current,
                                pick.assessment(),
                                question.constraints().hoursPerMonth())));
  }
}
