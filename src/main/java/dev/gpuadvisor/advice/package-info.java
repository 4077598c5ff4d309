/**
 * Judges offers for a question and says which to rent.
 *
 * <p>{@link dev.gpuadvisor.advice.Advisor} is the way in: a {@link dev.gpuadvisor.advice.Question}
 * and a day in, a {@link dev.gpuadvisor.advice.Recommendation} or a {@link
 * dev.gpuadvisor.advice.Comparison} out. Each offer becomes a candidate in the size that serves
 * best and gets a {@link dev.gpuadvisor.advice.Verdict} with its reason; {@link
 * dev.gpuadvisor.advice.Picks} are chosen from those that can be picked. Sentences are messages, so
 * that no language is decided here. Stands on {@code catalog}, {@code sizing}, {@code money} and
 * {@code text}; no surface, no framework.
 */
package dev.gpuadvisor.advice;
