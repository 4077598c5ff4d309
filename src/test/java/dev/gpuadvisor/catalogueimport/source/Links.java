package dev.gpuadvisor.catalogueimport.source;

import dev.gpuadvisor.catalogueimport.Call;
import dev.gpuadvisor.catalogueimport.ImportException;
import java.net.URI;
import java.util.Optional;

/** The next page, by the link that an answer gives. */
final class Links {

  private Links() {}

  /**
   * The same call for the page of that link, at the host of the first page: no answer sends the
   * importer, and its key, elsewhere.
   */
  static Optional<Call> next(Call call, String link) {
    if (link.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(link.replace(" ", "%20").replace("\"", "%22"));
      String query = uri.getRawQuery();
      return Optional.of(call.at(uri.getRawPath() + (query == null ? "" : "?" + query)));
    } catch (IllegalArgumentException e) {
      throw new ImportException("The link to the next page is none: " + link, e);
    }
  }
}
