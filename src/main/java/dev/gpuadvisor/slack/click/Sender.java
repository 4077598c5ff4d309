package dev.gpuadvisor.slack.click;

import dev.gpuadvisor.slack.message.Delivery;
import dev.gpuadvisor.slack.message.MessageJson;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.slack.message.TableStyle;
import java.net.URI;
import java.time.Duration;

/**
 * Sends the answers to one click. A table is tried first, for here a refusal is heard; then what
 * cannot be refused is sent, once. Slack lets an address be used five times; a click uses three at
 * most.
 */
public final class Sender {

  private final Hooks hooks;
  private final URI to;
  private final long deadline;

  public Sender(Hooks hooks, URI to, Duration limit) {
    this.hooks = hooks;
    this.to = to;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  public boolean send(SlackMessage message, Delivery delivery) {
    if (!message.hasTable()) {
      return post(message, TableStyle.TEXT, delivery) == Hooks.Outcome.TAKEN;
    }
    Hooks.Outcome outcome = post(message, TableStyle.BLOCK, delivery);
    return outcome == Hooks.Outcome.TAKEN
        || outcome == Hooks.Outcome.REFUSED
            && post(message, TableStyle.TEXT, delivery) == Hooks.Outcome.TAKEN;
  }

  private Hooks.Outcome post(SlackMessage message, TableStyle style, Delivery delivery) {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    return hooks.post(to, MessageJson.bytes(message, style, delivery), left);
  }
}
