package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.text.Language;
import java.util.List;

/**
 * A line, understood as far as it can be.
 *
 * @param arguments as the API would be given them
 * @param shared whether the channel is to see the answer
 * @param doubts that make an answer unsafe; with one, none is given
 * @param remarks to put before the answer: what it leaves out, which model was taken
 */
public record Request(
    Verb verb,
    Arguments arguments,
    Language language,
    boolean shared,
    List<Doubt> doubts,
    List<Doubt> remarks) {}
