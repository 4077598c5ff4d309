package dev.gpuadvisor.benchmark;

/**
 * What was measured from the start of a function to its end.
 *
 * @param initNanos from its start until it asked for an event
 * @param coldNanos from its start until its first answer had come
 * @param firstNanos from its first event until its first answer had come
 * @param warmNanos the same for each later event
 * @param minorFaults page faults until the first answer that did not wait for the disk
 * @param majorFaults those that did
 */
record Run(
    long initNanos,
    long coldNanos,
    long firstNanos,
    long[] warmNanos,
    long minorFaults,
    long majorFaults,
    long peakKib,
    long threads) {}
