/**
 * Answers one HTTP request with one response, whatever door it came through: finds the operation,
 * reads its arguments, answers faults as problem documents, and conditional requests by ETag. No
 * framework.
 */
package dev.gpuadvisor.api;
