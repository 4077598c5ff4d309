package dev.gpuadvisor.api.operation;

import dev.gpuadvisor.api.input.Inputs;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;

/**
 * One call of an operation.
 *
 * @param today decides the age of prices
 * @param texts of the caller's language
 */
public record Call(Inputs inputs, LocalDate today, Texts texts) {}
