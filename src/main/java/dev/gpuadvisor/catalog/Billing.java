package dev.gpuadvisor.catalog;

/** The smallest unit of time that a provider charges. */
public enum Billing {
  PER_SECOND(1),
  PER_MINUTE(60),
  PER_HOUR(3600);

  private final int seconds;

  Billing(int seconds) {
    this.seconds = seconds;
  }

  public int seconds() {
    return seconds;
  }
}
