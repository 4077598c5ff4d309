package dev.gpuadvisor.slack.message;

import java.util.Optional;

/**
 * Where a message is to stand.
 *
 * @param replaces whether it takes the place of the one that was clicked on; empty where none was
 * @param thread that it stands in; empty for the channel
 */
public record Delivery(Optional<Boolean> replaces, String thread) {

  /** What answers a command: it has no choice. */
  public static final Delivery REPLY = new Delivery(Optional.empty(), "");

  public static final Delivery INSTEAD = new Delivery(Optional.of(true), "");
  public static final Delivery BESIDES = new Delivery(Optional.of(false), "");

  public static Delivery inThread(String thread) {
    return new Delivery(Optional.of(false), thread);
  }
}
