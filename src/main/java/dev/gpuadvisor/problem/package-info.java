/**
 * What is wrong with a request: faults of parameters, and the problem (RFC 9457) that tells them
 * all at once. Messages, not sentences: the surfaces write them in the caller's language.
 */
package dev.gpuadvisor.problem;
