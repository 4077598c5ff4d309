package dev.gpuadvisor.question;

import dev.gpuadvisor.parameter.TableFormat;
import java.util.Optional;

/**
 * A question whose answer is a list, which can be a table.
 *
 * @param format empty where the caller leaves it to the Accept header
 */
public record Tabular<Q>(Q question, Optional<TableFormat> format) {}
