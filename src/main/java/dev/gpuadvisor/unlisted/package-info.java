/**
 * Models that the catalogue does not have: put together from a Hugging Face {@code config.json},
 * from sizes, or from a number of parameters alone, with an honest error bar for what is guessed.
 */
package dev.gpuadvisor.unlisted;
