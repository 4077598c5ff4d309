package dev.gpuadvisor.lexicon;

import java.util.Optional;

/**
 * A family of formats or one of them.
 *
 * @param name as the catalogue has it, {@code 4bit} or {@code q4_k_m}
 * @param runtime the one that such weights are made for; empty where several load them
 */
public record Format(String name, Optional<String> runtime) {}
