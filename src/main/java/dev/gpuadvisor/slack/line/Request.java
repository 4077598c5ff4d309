package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.text.Language;
import java.util.Collection;
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
    List<Doubt> remarks) {

  /** The same without what was said of some parameters. */
  public Request without(Collection<? extends Parameter<?>> parameters) {
    return with(
        arguments.without(
            name -> parameters.stream().anyMatch(parameter -> parameter.name().equals(name))));
  }

  /** The same, but with this value of a parameter and no other. */
  public Request with(Parameter<?> parameter, String value) {
    Request other = without(List.of(parameter));
    other.arguments.add(parameter.name(), value);
    return other;
  }

  /** The same asked of something else. */
  public Request as(Verb other) {
    return new Request(other, arguments, language, shared, doubts, remarks);
  }

  /** The same with the answer shown to the channel, or not. */
  public Request shown(boolean toAll) {
    return new Request(verb, arguments, language, toAll, doubts, remarks);
  }

  Request with(Arguments others) {
    return new Request(verb, others, language, shared, doubts, remarks);
  }
}
