package dev.gpuadvisor.question;

import com.fasterxml.jackson.core.filter.TokenFilter;
import java.util.Optional;

/**
 * A question whose answer may be cut.
 *
 * @param kept of the answer; empty for all of it
 */
public record Selected<Q>(Q question, Optional<TokenFilter> kept) {}
