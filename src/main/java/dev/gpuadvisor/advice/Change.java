package dev.gpuadvisor.advice;

import dev.gpuadvisor.text.Message;
import java.util.Locale;

/** Something that is another with a move. */
public record Change(Kind kind, Message text) {

  /** For programs: part of the contract. */
  public enum Kind {
    PROVIDER,
    BILLING,
    WORKERS,
    GPUS,
    MEMORY,
    BANDWIDTH,
    LATENCY,
    SPEED;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** {@code bandwidth}. */
    public String id() {
      return id;
    }
  }
}
