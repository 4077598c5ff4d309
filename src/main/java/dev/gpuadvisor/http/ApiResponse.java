package dev.gpuadvisor.http;

import java.util.Map;

/**
 * An answer as both doors hand it back.
 *
 * @param headers by name in lower case, {@code content-type} among them
 * @param body UTF-8 text
 */
public record ApiResponse(int status, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = {};

  public ApiResponse withoutBody() {
    return new ApiResponse(status, headers, NOTHING);
  }
}
