/**
 * The command line. A line of flags and words becomes a request of the API, which answers it here
 * or at an address; what it answers is laid out for a terminal. May use every surface's texts, and
 * no framework: {@link dev.gpuadvisor.cli.Main} is where the native executable starts.
 */
package dev.gpuadvisor.cli;
