package dev.gpuadvisor.sizing.tuning;

/** A run on hardware: what each GPU holds, and how fast all of them learn. */
public record Training(TrainingMemory memory, TrainingSpeed speed) {}
