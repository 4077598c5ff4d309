package dev.gpuadvisor.parameter;

/**
 * How something was understood that is not written as the API itself writes it.
 *
 * @param written by the caller
 * @param meant as the API writes it
 */
public record ReadAs(String parameter, String written, String meant) {}
