package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;

/**
 * One call of an operation, besides its question.
 *
 * @param request as it came, for what only its headers say
 * @param today decides the age of prices
 * @param language of the caller
 * @param readAs what of the question was not written as the API writes it
 */
public record Call(ApiRequest request, LocalDate today, Language language, List<ReadAs> readAs) {

  /** Of the caller's language. */
  public Texts texts() {
    return Texts.in(language);
  }
}
