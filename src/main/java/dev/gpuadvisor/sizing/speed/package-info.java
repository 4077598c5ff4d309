/**
 * How fast tokens come: seconds of a step from bandwidth, arithmetic and the runtime's launches.
 *
 * <p>{@link dev.gpuadvisor.sizing.speed.SpeedEstimate} is the way in. Stands on {@code sizing} and
 * {@code catalog}.
 */
package dev.gpuadvisor.sizing.speed;
