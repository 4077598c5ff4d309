package dev.gpuadvisor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Msg;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;

/** Query strings and forms: {@code name=value&name=value}, percent-encoded. */
public final class FormEncoding {

  private FormEncoding() {}

  public static void read(String encoded, Arguments into) {
    for (int from = 0, to; from < encoded.length(); from = to + 1) {
      to = encoded.indexOf('&', from);
      to = to < 0 ? encoded.length() : to;
      String pair = encoded.substring(from, to);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        read(name, equals < 0 ? "" : pair.substring(equals + 1), into);
      }
    }
  }

  /**
   * One segment of a path, in which a plus sign is a plus sign.
   *
   * @throws ProblemException where a percent sign is not followed by two hexadecimal digits
   */
  public static String decodeSegment(String segment) {
    return decode(segment.replace("+", "%2B"))
        .orElseThrow(
            () -> new ProblemException(Problem.invalid(List.of(percentEncoding("", segment)))));
  }

  private static void read(String name, String value, Arguments into) {
    Optional<String> decodedName = decode(name);
    Optional<String> decodedValue = decode(value);
    if (decodedName.isEmpty()) {
      into.addFaulty(percentEncoding("", name));
    } else if (decodedValue.isEmpty()) {
      into.addFaulty(percentEncoding(decodedName.get(), value));
    } else {
      into.add(decodedName.get(), decodedValue.get());
    }
  }

  private static Fault percentEncoding(String name, String value) {
    return Fault.of(name, value, Msg.Fault.percentEncoding());
  }

  /** Empty where a percent sign is not followed by two hexadecimal digits. */
  private static Optional<String> decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(URLDecoder.decode(text, UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
