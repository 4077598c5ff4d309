package dev.gpuadvisor.operation;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;

/**
 * One call of an operation.
 *
 * @param request as it came, for operations that read the body themselves
 * @param today decides the age of prices
 * @param texts of the caller's language
 */
public record Call(ApiRequest request, Inputs inputs, LocalDate today, Texts texts) {}
