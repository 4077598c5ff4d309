package dev.gpuadvisor.server;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the server did since it started: requests by operation, method and status, and how long they
 * took by operation. There are only so many of each, whatever is asked.
 */
@Singleton
class Metrics {

  /** Upper bounds of the histogram, in nanoseconds. */
  static final long[] BOUNDS = {
    500_000L,
    1_000_000L,
    2_500_000L,
    5_000_000L,
    10_000_000L,
    25_000_000L,
    50_000_000L,
    100_000_000L,
    250_000_000L,
    500_000_000L,
    1_000_000_000L,
    2_500_000_000L
  };

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  /** Of what requests are counted by. */
  record Kind(String operation, String method, int status) {}

  /** Durations, in nanoseconds. */
  static final class Histogram {

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder sum = new LongAdder();

    Histogram() {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = new LongAdder();
      }
    }

    void add(long nanos) {
      int at = 0;
      while (at < BOUNDS.length && nanos > BOUNDS[at]) {
        at++;
      }
      counts[at].increment();
      sum.add(nanos);
    }

    /** How many there were in each interval, those above the last bound at the end. */
    long[] counts() {
      long[] values = new long[counts.length];
      for (int i = 0; i < counts.length; i++) {
        values[i] = counts[i].sum();
      }
      return values;
    }

    long sum() {
      return sum.sum();
    }
  }

  private final boolean on = ServerSettings.read().metrics();
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder unlogged = new LongAdder();
  private final ConcurrentMap<Kind, LongAdder> requests = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Histogram> durations = new ConcurrentHashMap<>();

  boolean isOn() {
    return on;
  }

  void begin() {
    begun.increment();
  }

  /**
   * @param operation {@code recommend}, or {@code none}
   */
  void end(String operation, String method, int status, long nanos) {
    ended.increment();
    Kind kind = new Kind(operation, METHODS.contains(method) ? method : "other", status);
    requests.computeIfAbsent(kind, each -> new LongAdder()).increment();
    durations.computeIfAbsent(operation, each -> new Histogram()).add(nanos);
  }

  /** A line of the access log that nobody took in time. */
  void dropLine() {
    unlogged.increment();
  }

  Map<Kind, LongAdder> requests() {
    return requests;
  }

  Map<String, Histogram> durations() {
    return durations;
  }

  long inFlight() {
    return Math.max(0, begun.sum() - ended.sum());
  }

  long unlogged() {
    return unlogged.sum();
  }
}
