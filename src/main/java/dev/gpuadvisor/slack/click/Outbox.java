package dev.gpuadvisor.slack.click;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How answers leave that are not the reply itself.
 *
 * @param hooks where they go
 * @param after does what is to be done once the reply has left, as far as the door can
 * @param limit for all that one click sends
 */
public record Outbox(Hooks hooks, Executor after, Duration limit) {

  /** Slack shows an error after three seconds: whoever sends before the reply must be quick. */
  public static final Duration BEFORE_REPLY = Duration.ofMillis(1_200);

  public static final Duration AFTER_REPLY = Duration.ofMillis(2_500);

  /** Sends before the reply leaves. */
  public static Outbox atOnce() {
    return new Outbox(Hooks.SLACK, Runnable::run, BEFORE_REPLY);
  }

  public static Outbox later(Executor after) {
    return new Outbox(Hooks.SLACK, after, AFTER_REPLY);
  }
}
