/**
 * A request and a response without a framework, and how bodies and queries are read: JSON, forms,
 * percent-encoding. Reading never throws but {@link dev.gpuadvisor.problem.ProblemException}:
 * nothing that a caller sends is an error of the service.
 */
package dev.gpuadvisor.http;
