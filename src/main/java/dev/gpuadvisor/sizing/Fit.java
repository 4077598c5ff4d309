package dev.gpuadvisor.sizing;

/** Whether a workload fits a card, by the share of usable memory that it needs. */
public enum Fit {
  /** Up to 90 %: room for what an estimate cannot know. */
  COMFORTABLE,
  /** Above that, up to 100 %: shown, never picked. */
  TIGHT,
  /** More than there is, or a format that the card cannot compute. */
  NO;

  public static Fit of(long requiredBytes, long usableBytes) {
    if (requiredBytes > usableBytes) {
      return NO;
    }
    return isAtMost(requiredBytes, usableBytes, 90) ? COMFORTABLE : TIGHT;
  }

  /** Exact: a share is never compared as a rounded quotient. */
  static boolean isAtMost(long requiredBytes, long usableBytes, int percent) {
    return requiredBytes * 100 <= usableBytes * percent;
  }
}
