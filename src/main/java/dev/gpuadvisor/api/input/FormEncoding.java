package dev.gpuadvisor.api.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.api.problem.Fault;
import dev.gpuadvisor.api.problem.Problem;
import dev.gpuadvisor.api.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import java.net.URLDecoder;
import java.util.List;

/** Query strings and forms: {@code name=value&name=value}, percent-encoded. */
public final class FormEncoding {

  private FormEncoding() {}

  /**
   * @throws ProblemException where a percent sign is not followed by two hexadecimal digits
   */
  public static void read(String encoded, Arguments into) {
    for (String pair : encoded.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      into.add(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
  }

  /** One segment of a path, in which a plus sign is a plus sign. */
  public static String decodeSegment(String segment) {
    return decode(segment.replace("+", "%2B"));
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      Fault fault = Fault.of("", text, Message.of("fault.percent_encoding"));
      throw new ProblemException(Problem.invalid(List.of(fault)));
    }
  }
}
