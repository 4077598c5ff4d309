package dev.gpuadvisor.catalog;

/**
 * How much stock a provider shows for an offer, from least to most. An indicator, not a promise.
 * Most providers show none, which is no bad sign: what is unknown is neither scarce nor plentiful.
 */
public enum Supply {
  /** No source says anything; as the least that will do it means that anything will. */
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

  /** Whether nobody who has the other would miss it: of unknown supply nothing but high is sure. */
  public boolean isNoWorseThan(Supply other) {
    boolean comparable = this != UNKNOWN && other != UNKNOWN;
    return this == HIGH || this == other || comparable && compareTo(other) >= 0;
  }
}
