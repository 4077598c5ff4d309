/**
 * Reads the catalogue's files and checks them, strictly: an unknown field, a missing source or a
 * name used twice stops the build. Runs when the image is built and in tests, never to answer a
 * question. Uses the catalogue alone.
 */
package dev.gpuadvisor.catalog.reading;
