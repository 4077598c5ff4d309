package dev.gpuadvisor.question;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.sizing.Workload;
import java.net.URLDecoder;
import java.util.List;

/** What callers write, as a query string, and what it becomes. */
final class Asking {

  static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());

  private Asking() {}

  static Arguments arguments(String query) {
    Arguments arguments = new Arguments();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], both.length < 2 ? "" : URLDecoder.decode(both[1], UTF_8));
    }
    return arguments;
  }

  static <Q> Q read(Reader<Q> reader, String query) {
    return reader.read(arguments(query)).question();
  }

  static Question recommendation(String query) {
    return read(QUESTIONS.recommendation(), query);
  }

  static Workload workload(String query) {
    return (Workload) recommendation(query).task();
  }

  /** Parameter and reason of each fault. */
  static List<String> faults(Reader<?> reader, String query) {
    return assertThrows(ProblemException.class, () -> reader.read(arguments(query)), query)
        .problem()
        .faults()
        .stream()
        .map(Asking::shown)
        .toList();
  }

  static List<String> faults(String query) {
    return faults(QUESTIONS.recommendation(), query);
  }

  static String shown(Fault fault) {
    return fault.parameter() + ": " + fault.detail().key();
  }
}
