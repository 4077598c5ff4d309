package dev.gpuadvisor.sizing;

/**
 * How a model is taught.
 *
 * <p>The error bars are the largest residuals on published runs, see {@code
 * docs/decisions/tuning.md}.
 */
public enum TuningMethod {
  /** Adapters on a base in 16 bit. */
  LORA(23),
  /**
   * Adapters on a quantized base. The bar is wide on one side: published runs that take the loss in
   * 16 bit need up to 37 % less, none more than 22 % more.
   */
  QLORA(58),
  /** All weights. */
  FULL(20);

  private final double errorPercent;

  TuningMethod(double errorPercent) {
    this.errorPercent = errorPercent;
  }

  public double errorPercent() {
    return errorPercent;
  }

  public boolean hasAdapters() {
    return this != FULL;
  }
}
