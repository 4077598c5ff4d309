/**
 * Recommendations as documents: what is said is a {@link dev.gpuadvisor.report.Document}, put
 * together once; each format is a template that writes any document.
 */
package dev.gpuadvisor.report;
