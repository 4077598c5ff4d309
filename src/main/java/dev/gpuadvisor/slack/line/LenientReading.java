package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question, read the way that the API reads it. What is faulty and does not shape the workload is
 * left out and remarked on; anything else faulty ends it.
 *
 * @param asked what was read: the request without what was left out
 * @param remarks to put before the answer
 * @param readAs what of it was not written as the API writes it
 */
public record LenientReading<T>(
    T question, Request asked, List<Doubt> remarks, List<ReadAs> readAs) {

  private static final int MOST_ALLOWED = 12;

  /**
   * @throws ProblemException where what is faulty cannot be left out
   */
  public static <T> LenientReading<T> read(Request request, Reader<T> reader) {
    try {
      return of(reader.read(request.arguments(), request.language()), request, request.remarks());
    } catch (ProblemException e) {
      List<Parameter<?>> parameters = reader.parameters();
      List<Fault> faults = e.problem().faults();
      if (!faults.stream().allMatch(fault -> isSafeToLeaveOut(fault, parameters))) {
        throw e;
      }
      Arguments fewer =
          request
              .arguments()
              .without(name -> faults.stream().anyMatch(fault -> fault.parameter().equals(name)));
      List<Doubt> remarks =
          Stream.concat(
                  request.remarks().stream(),
                  faults.stream().map(fault -> leftOut(fault, parameters)))
              .toList();
      return of(reader.read(fewer, request.language()), request.with(fewer), remarks);
    }
  }

  private static <T> LenientReading<T> of(Reader.Read<T> read, Request asked, List<Doubt> remarks) {
    return new LenientReading<>(read.question(), asked, remarks, read.readAs());
  }

  /** What is said of a faulty value. */
  public static Doubt doubt(Fault fault, List<Parameter<?>> parameters) {
    String parameter = shown(fault.parameter(), parameters);
    Message whole =
        fault.value().isEmpty()
            ? Msg.Slack.doubtMissing(fault.detail(), parameter)
            : Msg.Slack.doubtValue(fault.detail(), parameter, Doubt.shown(fault.value()));
    return fault.nearest().isEmpty() && !fault.allowed().isEmpty()
        ? new Doubt(possible(whole, fault.allowed()), List.of())
        : new Doubt(whole, fault.nearest());
  }

  private static Message possible(Message doubt, List<String> allowed) {
    List<String> shown = allowed.subList(0, Math.min(MOST_ALLOWED, allowed.size()));
    return Msg.Slack.doubtPossible(doubt, String.join(", ", shown));
  }

  private static Doubt leftOut(Fault fault, List<Parameter<?>> parameters) {
    Doubt doubt = doubt(fault, parameters);
    return new Doubt(Msg.Slack.doubtLeftOut(doubt.what()), doubt.suggestions());
  }

  private static boolean isSafeToLeaveOut(Fault fault, List<Parameter<?>> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(fault.parameter()))
        .anyMatch(Parameter::droppable);
  }

  /** What a parameter of the API is called here. */
  private static String shown(String name, List<Parameter<?>> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Parameter::shownInSlack)
        .findFirst()
        .orElse(name);
  }
}
