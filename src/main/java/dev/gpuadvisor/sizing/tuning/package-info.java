/**
 * Fine-tuning on one or several GPUs: what each of them holds under a way of sharding, and how fast
 * tokens are learned.
 *
 * <p>{@link dev.gpuadvisor.sizing.tuning.TrainingPeak} is the way in. Stands on {@code sizing} and
 * {@code catalog}.
 */
package dev.gpuadvisor.sizing.tuning;
