/**
 * How much memory a task takes, and whether it fits.
 *
 * <p>A {@link dev.gpuadvisor.sizing.Task} is a {@link dev.gpuadvisor.sizing.Workload} to serve or a
 * {@link dev.gpuadvisor.sizing.Tuning} to run. Its {@link dev.gpuadvisor.sizing.MemoryEstimate} is
 * the same for all hardware; {@link dev.gpuadvisor.sizing.Fitting} lays it on GPUs. All sizes are
 * bytes. Where each constant comes from is in {@code docs/decisions/memory.md}, {@code runtimes.md}
 * and {@code tuning.md}. Stands on the catalogue alone.
 */
package dev.gpuadvisor.sizing;
