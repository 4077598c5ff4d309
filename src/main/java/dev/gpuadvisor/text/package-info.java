/**
 * Sentences in English and French. {@code Msg} is generated from the message files: each text is a
 * method, with its values as typed arguments. A {@link dev.gpuadvisor.text.Message} has no language
 * yet; {@link dev.gpuadvisor.text.Texts} writes it in one, with that language's numbers, dates,
 * plurals and punctuation. See docs/decisions/texts.md.
 */
package dev.gpuadvisor.text;
