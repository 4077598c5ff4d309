package dev.gpuadvisor.page;

/** Somewhere to go. */
record Link(String target, String label) {}
