/**
 * What is said of an answer, put together once and before it has a language or a form: what is
 * recommended and why, of what its memory is made, the other picks, what moving saves, the offers
 * with their verdicts, where prices come from, what else to know. Slack, page, report and the text
 * for assistants lay it out; none of them decides what is said.
 *
 * <p>Stands on the core and on {@code text}; knows no surface.
 */
package dev.gpuadvisor.story;
