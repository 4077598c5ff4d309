package dev.gpuadvisor.api.operation;

import dev.gpuadvisor.api.json.Json;

/**
 * What an operation answers.
 *
 * @param cacheable whether the same question gets the same bytes until the day ends
 */
public record Content(String contentType, byte[] body, boolean cacheable) {

  static Content json(Json.Writer writer) {
    return new Content("application/json", Json.bytes(writer), true);
  }
}
