/**
 * The Runtime API of AWS Lambda, spoken by hand over one connection: asks for the next event, posts
 * its answer, reports what failed. Knows nothing of what the events are about.
 */
package dev.gpuadvisor.function.runtime;
