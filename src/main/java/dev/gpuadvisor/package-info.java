/**
 * The product put together: {@link dev.gpuadvisor.GpuAdvisor} lists every operation and what each
 * of them stands on. Read it first; the doors (function, server) only carry requests to it.
 */
package dev.gpuadvisor;
