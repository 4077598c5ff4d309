package dev.gpuadvisor.catalogueimport;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an import is to do.
 *
 * @param from saved answers instead of the provider's, with commas between the files
 * @param base another host than the provider's
 * @param asOf the day on which the answer was given
 * @param accept offers whose price may move as it will
 * @param second a saved file of a second source
 * @param catalogue its directory
 * @param facts the figures that the tests hold the catalogue against
 * @param compares whether the page says what the new lists change, which takes a while
 * @param pages where the pages for pull requests go
 * @param environment for keys
 */
record Options(
    Optional<String> from,
    Optional<URI> base,
    LocalDate asOf,
    Set<String> accept,
    Optional<String> second,
    Path catalogue,
    Path facts,
    Path pages,
    boolean compares,
    UnaryOperator<String> environment,
    HttpPages.Patience patience) {

  /**
   * The day for which an answer stands: today, or that of a saved answer which names an earlier
   * one.
   */
  LocalDate day(Answer answer) {
    return answer
        .published()
        .filter(published -> from.isPresent() && published.isBefore(asOf))
        .orElse(asOf);
  }

  /** The answers that are to be read. */
  Pages answers(Importer importer) {
    return from.isPresent()
        ? new FilePages(from.get())
        : new HttpPages(base.orElseGet(importer::base), environment, patience);
  }

  static Set<String> words(String text) {
    return Set.copyOf(
        List.of(text.split(",")).stream().map(String::strip).filter(w -> !w.isEmpty()).toList());
  }
}
