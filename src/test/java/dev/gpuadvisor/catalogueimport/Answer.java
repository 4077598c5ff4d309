package dev.gpuadvisor.catalogueimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param quotes of everything with a GPU, in the order of the answer
 * @param published the day that the answer itself names, where it names one
 */
public record Answer(List<Quote> quotes, Optional<LocalDate> published) {

  public Answer {
    quotes = List.copyOf(quotes);
  }

  public static Answer of(List<Quote> quotes) {
    return new Answer(quotes, Optional.empty());
  }
}
