/**
 * From an answer to a running model: commands and files that start what was recommended, with the
 * settings that the estimate assumed. Lays out, decides nothing.
 */
package dev.gpuadvisor.launch;
