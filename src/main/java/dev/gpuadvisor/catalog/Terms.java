package dev.gpuadvisor.catalog;

import java.util.List;

/**
 * Which time a provider bills, and what it includes.
 *
 * @param billing the smallest unit of time that is charged
 * @param minimumSeconds what is charged at the least, however short; 0 for nothing
 * @param scalesToZero whether the provider starts and stops workers with the load, so that idle
 *     hours cost nothing; false for instances and pods, which run until somebody stops them
 * @param includes what is part of the price besides the GPUs
 * @param noticeSeconds between the notice that a spot instance is taken back and its end; 0 where
 *     the provider promises none
 */
public record Terms(
    Billing billing,
    int minimumSeconds,
    boolean scalesToZero,
    List<Included> includes,
    int noticeSeconds) {

  public Terms {
    includes = List.copyOf(includes);
  }

  /** Without a minimum, and with nothing but the GPUs. */
  public Terms(Billing billing, boolean scalesToZero) {
    this(billing, 0, scalesToZero, List.of(), 0);
  }

  /** The same with another extent of what is included. */
  public Terms including(List<Included> others) {
    return others.equals(includes)
        ? this
        : new Terms(billing, minimumSeconds, scalesToZero, others, noticeSeconds);
  }
}
