package dev.gpuadvisor.operation;

import com.fasterxml.jackson.core.filter.TokenFilter;
import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One call of an operation, besides its question.
 *
 * @param request as it came, for what only its headers say
 * @param today decides the age of prices
 * @param language of the caller
 * @param readAs what of the question was not written as the API writes it
 * @param kept of the answer; empty for all of it
 */
public record Call(
    ApiRequest request,
    LocalDate today,
    Language language,
    List<ReadAs> readAs,
    Optional<TokenFilter> kept) {

  /** The same, of whose answer a part is kept. */
  Call keeping(Optional<TokenFilter> fields) {
    return new Call(request, today, language, readAs, fields);
  }

  /** An answer in JSON: as much of it as is kept. */
  public Content json(Json.Writer writer) {
    return kept.map(filter -> Content.json(Json.bytes(writer, filter)))
        .orElseGet(() -> Content.json(Json.bytes(writer)));
  }

  /** Of the caller's language. */
  public Texts texts() {
    return Texts.in(language);
  }
}
