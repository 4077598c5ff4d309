package dev.gpuadvisor.launch;

/**
 * Something to run, or to hand to a tool.
 *
 * @param name of a file: {@code serve.sh}
 * @param tool what takes it, by its own name
 * @param text whole, with a line end
 */
public record LaunchFile(String name, String tool, String text) {}
