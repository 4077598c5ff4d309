package dev.gpuadvisor.report;

import dev.gpuadvisor.http.Accept;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.parameter.DocumentFormat;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/**
 * The format that a client prefers. Who prefers none gets Markdown; who takes neither is told so.
 */
final class Accepted {

  private static final int NOT_ACCEPTABLE = 406;

  private Accepted() {}

  static DocumentFormat format(ApiRequest request) {
    double markdown = Accept.quality(request, "text/markdown");
    double html = Accept.quality(request, "text/html");
    if (markdown <= 0 && html <= 0) {
      Message detail = Msg.Problem.reportTypes();
      throw new ProblemException(
          new Problem(NOT_ACCEPTABLE, "not-acceptable", detail, List.of(), Accept.VARY));
    }
    return html > markdown ? DocumentFormat.HTML : DocumentFormat.MARKDOWN;
  }
}
