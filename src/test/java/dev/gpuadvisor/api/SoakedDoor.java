package dev.gpuadvisor.api;

import dev.gpuadvisor.http.ApiRequest;
import java.io.IOException;

/** A process that answers requests, however they get to it. */
interface SoakedDoor extends AutoCloseable {

  /**
   * The status that it answers with.
   *
   * @throws IOException where it does not answer
   */
  int status(ApiRequest request) throws IOException;

  long residentKib() throws IOException;

  @Override
  void close();
}
