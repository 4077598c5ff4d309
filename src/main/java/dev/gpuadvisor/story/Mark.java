package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.sizing.Fit;

/** How good it is, at a glance. */
public enum Mark {
  GOOD("✅"),
  CAUTION("⚠️"),
  BAD("❌");

  private final String symbol;

  Mark(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** {@code ✅ text}. */
  public String before(String text) {
    return symbol + " " + text;
  }

  public static Mark of(Fit fit) {
    return switch (fit) {
      case COMFORTABLE -> GOOD;
      case TIGHT -> CAUTION;
      case NO -> BAD;
    };
  }

  public static Mark of(Verdict verdict) {
    return switch (verdict) {
      case BEST_CHOICE -> GOOD;
      case TIGHT, RANKED_LOWER, ACCEPTABLE, OVERSIZED -> CAUTION;
      case DOES_NOT_FIT,
          OVER_BUDGET,
          SUPPLY_TOO_LOW,
          TOO_SLOW,
          TOO_MANY_GPUS,
          DOMINATED,
          LESS_MEMORY_DEARER,
          SAME_MEMORY_DEARER,
          OVERSIZED_AND_DEAR ->
          BAD;
    };
  }
}
