/**
 * JSON read and written as a stream, with the limits that keep a hostile body small. Stands on
 * Jackson's core alone.
 */
package dev.gpuadvisor.stream;
