package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.parameter.DocumentFormat;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameters;
import java.util.Optional;

/**
 * A question that is answered with a document.
 *
 * @param format empty where the caller leaves it to the Accept header
 */
public record DocumentQuestion(Question question, Optional<DocumentFormat> format) {

  static Optional<DocumentQuestion> read(Inputs inputs) {
    Optional<DocumentFormat> format = inputs.one(Parameters.FORMAT);
    return QuestionInput.read(inputs).map(question -> new DocumentQuestion(question, format));
  }
}
