package dev.gpuadvisor.function.runtime;

/**
 * One event to be answered.
 *
 * @param deadlineMillis when Lambda will stop the function, since the epoch; 0 if it did not say
 * @param traceId X-Ray's trace header; empty if there is none
 */
public record Invocation(String requestId, long deadlineMillis, String traceId, byte[] event) {}
