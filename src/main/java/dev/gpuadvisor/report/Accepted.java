package dev.gpuadvisor.report;

import dev.gpuadvisor.parameter.DocumentFormat;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The format that a client prefers, by its {@code Accept} header (RFC 9110, 12.5.1). Who prefers
 * none gets Markdown; who takes neither is told so.
 */
final class Accepted {

  /** What one client is answered is not what a cache may answer another. */
  static final Map<String, String> VARY = Map.of("vary", "accept");

  private static final int NOT_ACCEPTABLE = 406;

  private Accepted() {}

  /**
   * @param accept null where it is not sent
   */
  static DocumentFormat format(String accept) {
    if (accept == null || accept.isBlank()) {
      return DocumentFormat.MARKDOWN;
    }
    double markdown = quality(accept, "text/markdown");
    double html = quality(accept, "text/html");
    if (markdown <= 0 && html <= 0) {
      Message detail = Msg.Problem.reportTypes();
      throw new ProblemException(
          new Problem(NOT_ACCEPTABLE, "not-acceptable", detail, List.of(), VARY));
    }
    return html > markdown ? DocumentFormat.HTML : DocumentFormat.MARKDOWN;
  }

  /** What the most specific range that covers a type says of it. */
  private static double quality(String accept, String type) {
    double quality = 0;
    int specific = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = range.split(";", -1);
      int matched = matched(parts[0].strip(), type);
      if (matched > specific) {
        specific = matched;
        quality = quality(parts);
      }
    }
    return quality;
  }

  /** How much of a type a range names: all of it, one half, or none; 0 where it is another. */
  private static int matched(String range, String type) {
    if (range.equals(type)) {
      return 3;
    }
    return range.equals("text/*") ? 2 : range.equals("*/*") ? 1 : 0;
  }

  /** 1 where a range has none, or one that is no number. */
  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        return weight(parameter.substring(2).strip());
      }
    }
    return 1;
  }

  private static double weight(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    try {
      return plain ? Double.parseDouble(text) : 1;
    } catch (NumberFormatException e) {
      return 1; // more points than one
    }
  }
}
