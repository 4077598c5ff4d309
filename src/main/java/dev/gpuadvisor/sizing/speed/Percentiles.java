package dev.gpuadvisor.sizing.speed;

/**
 * @param p50 what half of the requests stay below
 * @param p95 what all but one in twenty stay below
 */
public record Percentiles(double p50, double p95) {}
