package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tokens;

/**
 * What runs on some hardware?
 *
 * @param name of the card or offer
 */
public record RunnableQuestion(
    String name, Hardware hardware, RuntimeProfile runtime, Tokens tokens) {}
