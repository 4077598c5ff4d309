/**
 * What people write, turned into what the catalogue knows: cards, machines, models, formats,
 * runtimes and providers by all the names that shops, drivers, hubs and tools give them. A {@link
 * dev.gpuadvisor.lexicon.Lexicon} is built once, when the image is built; asking it costs a few
 * look-ups. It decides nothing: a {@link dev.gpuadvisor.lexicon.Reading} says what was read and how
 * sure that is, and whoever asks puts it into words.
 */
package dev.gpuadvisor.lexicon;
