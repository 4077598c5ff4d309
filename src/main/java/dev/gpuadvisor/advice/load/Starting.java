package dev.gpuadvisor.advice.load;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What it takes to start a worker that scales to zero.
 *
 * @param seconds before it can work
 * @param idleSeconds that it waits for more before it is stopped
 * @param perHour starts per hour of work, where the caller says how many; else they follow from the
 *     gaps between requests
 * @param measured where the seconds are from, if not from the caller
 */
public record Starting(
    BigDecimal seconds,
    BigDecimal idleSeconds,
    Optional<BigDecimal> perHour,
    Optional<MeasuredStart> measured) {}
