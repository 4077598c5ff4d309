package dev.gpuadvisor.sizing.tuning;

/**
 * A setting with which a run takes less memory.
 *
 * @param setting as callers write it
 * @param value as callers write it
 * @param peak bytes of each GPU then
 * @param fits whether that is little enough
 */
public record Remedy(String setting, String value, long peak, boolean fits) {

  /** {@code optimizer=adamw_8bit}. */
  public String written() {
    return setting + "=" + value;
  }
}
