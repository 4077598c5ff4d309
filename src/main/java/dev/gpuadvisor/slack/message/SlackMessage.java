package dev.gpuadvisor.slack.message;

import java.util.List;

/**
 * An answer as Slack shows it.
 *
 * @param shared whether the channel sees it, or only who asked
 * @param text for where blocks are not shown: notifications, screen readers
 */
public record SlackMessage(boolean shared, String text, List<Block> blocks) {

  /** Whether it can be sent in more than one way. */
  public boolean hasTable() {
    return blocks.stream().anyMatch(block -> block instanceof Block.Table);
  }
}
