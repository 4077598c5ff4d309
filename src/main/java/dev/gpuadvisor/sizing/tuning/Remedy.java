package dev.gpuadvisor.sizing.tuning;

import dev.gpuadvisor.sizing.Setting;

/**
 * A setting with which a run takes less memory.
 *
 * @param peak bytes of each GPU then
 * @param fits whether that is little enough
 */
public record Remedy(Setting setting, long peak, boolean fits) {}
