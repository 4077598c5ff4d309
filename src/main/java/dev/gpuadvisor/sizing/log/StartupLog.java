package dev.gpuadvisor.sizing.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a start-up log says.
 *
 * @param runtime name of the runtime, {@code vllm}
 * @param release {@code 0.11.0}
 * @param settings parameters of the API by name, as a caller would write them
 * @param parts sizes that were measured, by the names that estimates give them
 * @param outcome how the start ended, where the log gets so far
 */
public record StartupLog(
    String runtime,
    Optional<String> release,
    Map<String, String> settings,
    Map<String, Double> parts,
    Optional<Outcome> outcome) {

  /** How a start ends. */
  public enum Outcome {
    STARTED,
    MAX_LEN_REFUSED,
    OUT_OF_MEMORY
  }

  public StartupLog {
    settings = new LinkedHashMap<>(settings);
    parts = new LinkedHashMap<>(parts);
  }

  /** Whether it holds anything to compare. */
  public boolean saysSomething() {
    return !parts.isEmpty() || outcome.isPresent();
  }
}
