package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.text.Language;

/**
 * What texts are read by: the names that are known, and the language that numbers are written in.
 */
public record Vocabulary(Catalog catalog, Language language) {}
