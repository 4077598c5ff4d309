package dev.gpuadvisor.catalogueimport;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where answers come from: the provider itself, or files that somebody saved. */
public interface Pages {

  /** The answer to a call, which the caller closes; one that cannot be had is an exception. */
  InputStream open(Call call) throws IOException;

  /**
   * The page after one, by the link that it gave. Of a saved file there may be no more pages than
   * were saved.
   */
  Optional<InputStream> more(Call call) throws IOException;

  /** A key that only the environment knows; a saved answer needs none. */
  String secret(String variable);

  default JsonNode json(Call call) throws IOException {
    try (InputStream in = open(call)) {
      return Json.read(in);
    }
  }

  default Optional<JsonNode> moreJson(Call call) throws IOException {
    Optional<InputStream> page = more(call);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = page.get()) {
      return Optional.of(Json.read(in));
    }
  }
}
