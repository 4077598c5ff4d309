package dev.gpuadvisor.catalogueimport.source;

import dev.gpuadvisor.catalogueimport.Call;
import dev.gpuadvisor.catalogueimport.ImportException;
import java.net.URI;
import java.util.Optional;

/** The next page, by the link that an answer gives. */
final class Links {

  private Links() {}

  /** Of a link that is relative: to the page that it stands in. */
  private static String path(Call call, URI link) {
    URI page = URI.create(call.path());
    String path = link.getRawPath();
    if (path == null || path.isEmpty()) {
      return page.getRawPath();
    }
    return path.startsWith("/") ? path : page.resolve(path).getRawPath();
  }

  /** Whether it is a link, and not a cursor that goes into the query. */
  static boolean isLink(String next) {
    return next.startsWith("/") || next.startsWith("?") || next.matches("https?://.*");
  }

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
      return Optional.of(call.at(path(call, uri) + (query == null ? "" : "?" + query)));
    } catch (IllegalArgumentException e) {
      throw new ImportException("The link to the next page is none: " + link, e);
    }
  }
}
