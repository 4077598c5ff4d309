package dev.gpuadvisor.advice;

import java.util.Locale;

/** What a note is about, for programs: part of the contract. */
public enum NoteCode {
  READ_AS,
  EXCHANGE,
  REGION,
  UNTRIED_CARD,
  NOTHING_ALLOWED,
  TARGET_MISSED,
  NEAR_LIMIT,
  TARGETS_UNCHECKED,
  KEPT_RUNNING,
  STARTS_MEASURED,
  TARGETS_ASSUMED,
  TOKENS_ASSUMED,
  ALL_AT_ONCE,
  FITS_TIGHTLY,
  NOTHING_FITS,
  QUALITY_LOWERED,
  CONTEXT_BEYOND_MODEL,
  FULL_CONTEXTS,
  ENCODER,
  SPEECH_MODEL,
  VISION_TOWER,
  PUBLISHED_FORMAT,
  FORMAT_COUNTED_AS,
  FORMAT_WEIGHT_ONLY,
  FORMAT_EMULATED,
  FORMAT_EXPERIMENTAL,
  RUNS_AS_FP16,
  VLLM_TAKES_SHARE,
  VLLM_FIRST_START,
  VLLM_SHARE_RAISED,
  VLLM_STAGES,
  VLLM_UNCUT,
  VLLM_WHOLE_EXPERTS,
  SERVED_FASTER,
  IMAGES_PROFILED,
  VLLM_EAGER,
  UNLISTED_MODEL,
  FINE_TUNING,
  MIXED_POOL,
  SUPPLY,
  SUPPLY_UNKNOWN,
  PRICE_DATE,
  BILLED_ALL_MONTH,
  CARD,
  PRICE_MOVED,
  SPOT,
  RESERVED,
  UNVERIFIED,
  PRICE_AGE,
  RUN_FASTEST,
  RUN_ONE_MORE,
  RUN_ON_SPOT;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** {@code price_age}. */
  public String id() {
    return id;
  }

  /** Whether it says why nothing is recommended, or why what is recommended hardly fits. */
  public boolean isObstacle() {
    return this == NOTHING_ALLOWED
        || this == NOTHING_FITS
        || this == FITS_TIGHTLY
        || this == TARGET_MISSED;
  }
}
