package dev.gpuadvisor.api;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.slack.Slack;
import dev.gpuadvisor.slack.SlackSettings;
import java.io.IOException;
import java.util.Map;

/** A process that answers requests, however they get to it. */
interface SoakedDoor extends AutoCloseable {

  /** No hub is asked for what models there are, and Slack's commands are signed. */
  Map<String, String> SETTINGS = Map.of("HUB", "off", SlackSettings.SIGNING_SECRET, Slack.SECRET);

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
