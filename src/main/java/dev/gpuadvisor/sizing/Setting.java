package dev.gpuadvisor.sizing;

import java.math.BigDecimal;

/**
 * A parameter with a value, both as callers write them: what somebody may try instead.
 *
 * @param name as the API calls it
 */
public record Setting(String name, String value) {

  /** With as few digits as say it, never with an exponent. */
  public static Setting of(String name, BigDecimal value) {
    return new Setting(name, value.stripTrailingZeros().toPlainString());
  }

  /** {@code optimizer=adamw_8bit}. */
  public String written() {
    return name + "=" + value;
  }
}
