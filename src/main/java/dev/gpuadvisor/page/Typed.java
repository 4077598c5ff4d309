package dev.gpuadvisor.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the visitor typed, well or badly; the form shows it again, and links carry it on.
 *
 * @param arguments without the fields that were left empty
 * @param tooMuch where there is more of it than anybody reads
 * @param parameters that the form asks for
 */
record Typed(Arguments arguments, Optional<Problem> tooMuch, List<Parameter<?>> parameters) {

  private static final Set<String> LANGUAGE_ALONE = Set.of(Parameters.LANG.name());

  private static final Set<String> ADVERTISING =
      Set.of("fbclid", "gclid", "gbraid", "wbraid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref");

  static Typed read(String rawQuery, List<Parameter<?>> parameters) {
    Arguments arguments = new Arguments();
    Optional<Problem> tooMuch = Optional.empty();
    try {
      FormEncoding.read(rawQuery, arguments);
    } catch (ProblemException e) {
      tooMuch = Optional.of(e.problem());
    }
    return new Typed(
        arguments.without(Typed::isOfAdvertising).withoutBlanks(parameters), tooMuch, parameters);
  }

  /** What mails and social networks hang onto links; it asks for nothing. */
  private static boolean isOfAdvertising(String name) {
    return name.startsWith("utm_") || ADVERTISING.contains(name);
  }

  /** Whether nobody has asked anything yet. */
  boolean asksNothing() {
    return LANGUAGE_ALONE.containsAll(arguments.names());
  }

  boolean has(Parameter<?> parameter) {
    return !arguments.get(parameter.name()).isEmpty();
  }

  String text(Parameter<?> parameter) {
    return String.join(parameter.type().divider(), arguments.get(parameter.name()));
  }

  /** Each value of a parameter that may be given several times, or with commas. */
  List<String> values(Parameter<?> parameter) {
    return has(parameter)
        ? List.of(text(parameter).split(",")).stream().map(String::strip).toList()
        : List.of();
  }

  /** The same question, as far as it is one, as a query string. */
  String query() {
    return query("", "");
  }

  /** The same question with one parameter changed. */
  String queryWith(Parameter<?> changed, String value) {
    return query(changed.name(), value);
  }

  private String query(String changed, String value) {
    StringBuilder query = new StringBuilder();
    for (Parameter<?> parameter : parameters) {
      if (parameter.name().equals(changed)) {
        append(query, changed, value);
      } else {
        arguments.get(parameter.name()).forEach(text -> append(query, parameter.name(), text));
      }
    }
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    query.append(query.length() == 0 ? "" : "&");
    query.append(name).append('=').append(URLEncoder.encode(value, UTF_8));
  }
}
