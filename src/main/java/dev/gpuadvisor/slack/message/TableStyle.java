package dev.gpuadvisor.slack.message;

/** How a table is sent. */
public enum TableStyle {
  /** As letters of one width: no client and no door of Slack's can refuse it. */
  TEXT,
  /** As a block of Slack's own, younger than some clients; it stands last. */
  BLOCK
}
