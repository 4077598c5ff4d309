package dev.gpuadvisor.function.secrets;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A value that is read when it is asked for, and again when it is no longer fresh. */
final class RefreshingValue<T> {

  /** After a failure: whoever asks in vain must not make the source be asked each time. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  /** While the source fails, an old value is better than none, but not for ever. */
  static final Duration USABLE = Duration.ofHours(1);

  /** Where the value comes from. */
  interface Source<T> {
    T read() throws IOException;
  }

  private final Source<T> source;
  private final Duration fresh;
  private final Clock clock;

  private T value;
  private Instant readAt = Instant.MIN;
  private IOException failure;
  private Instant failedAt = Instant.MIN;

  /**
   * @param clock of the wall: a frozen function's own time stands still
   */
  RefreshingValue(Source<T> source, Duration fresh, Clock clock) {
    this.source = source;
    this.fresh = fresh;
    this.clock = clock;
  }

  /**
   * @throws IOException if there is no value, or only one that has grown too old
   */
  synchronized T get() throws IOException {
    Instant now = clock.instant();
    if (now.isBefore(readAt.plus(fresh)) && value != null) {
      return value;
    }
    if (failure == null || !now.isBefore(failedAt.plus(PAUSE))) {
      read(now);
    }
    if (failure != null && (value == null || !now.isBefore(readAt.plus(USABLE)))) {
      throw failure;
    }
    return value;
  }

  /**
   * The same, read again unless that was done just now.
   *
   * @throws IOException if there is no value, or only one that has grown too old
   */
  synchronized T newest() throws IOException {
    Instant now = clock.instant();
    boolean asked = now.isBefore(readAt.plus(PAUSE)) || now.isBefore(failedAt.plus(PAUSE));
    if (!asked) {
      read(now);
    }
    return get();
  }

  private void read(Instant now) {
    try {
      value = source.read();
      readAt = now;
      failure = null;
    } catch (IOException e) {
      failure = e;
      failedAt = now;
    }
  }
}
