package dev.gpuadvisor.cli;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;

/** Who answers. */
@FunctionalInterface
interface Responder {

  /**
   * @throws IOException where nobody does
   */
  ApiResponse ask(ApiRequest request) throws IOException;
}
