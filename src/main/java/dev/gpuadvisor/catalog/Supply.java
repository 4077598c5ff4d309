package dev.gpuadvisor.catalog;

/**
 * How much stock a provider shows for an offer, from least to most. An indicator, not a promise.
 * Most providers show none, which is no bad sign: unknown supply is neither scarce nor plentiful.
 */
public enum Supply {
  /** No source states the stock. As the least that is asked for: no minimum. */
  UNKNOWN,
  /** Sold out: nothing is to be had now, whatever is asked for. */
  NONE,
  LOW,
  MEDIUM,
  HIGH;

  /** Whether this is known to be at least so much; nothing is never enough. */
  public boolean atLeast(Supply least) {
    return this != NONE && compareTo(least) >= 0;
  }

  /** Known to be less than high. */
  public boolean isScarce() {
    return this == NONE || this == LOW || this == MEDIUM;
  }

  /**
   * Whether switching from the other to this cannot lower availability. Unknown compares only with
   * itself; high is never worse.
   */
  public boolean isNoWorseThan(Supply other) {
    boolean comparable = this != UNKNOWN && other != UNKNOWN;
    return this == HIGH || this == other || comparable && compareTo(other) >= 0;
  }
}
