package dev.gpuadvisor.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A price that an offer had from some day on.
 *
 * @param since the first day on which a source showed it
 * @param source the document that did
 */
public record PricePoint(LocalDate since, BigDecimal usdPerHour, String source) {}
