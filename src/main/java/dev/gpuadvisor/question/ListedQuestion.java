package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.Optional;

/**
 * A question whose answer is a list.
 *
 * @param limit of what is spelled out of each format; empty for as many as there is room for
 */
public record ListedQuestion(Question question, Optional<Integer> limit) {

  static Optional<ListedQuestion> read(Inputs inputs) {
    Optional<Integer> limit = inputs.one(LookupParameters.LIMIT);
    return QuestionInput.read(inputs).map(question -> new ListedQuestion(question, limit));
  }
}
