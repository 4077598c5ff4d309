package dev.gpuadvisor.catalog;

/**
 * What time costs money at a provider.
 *
 * @param billing the smallest unit of time that is charged
 * @param scalesToZero whether the provider starts and stops workers with the load, so that idle
 *     hours cost nothing; false for instances and pods, which run until somebody stops them
 */
public record Terms(Billing billing, boolean scalesToZero) {}
