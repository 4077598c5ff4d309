package dev.gpuadvisor;

import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.mcp.McpEndpoint;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.page.WebPage;
import dev.gpuadvisor.report.Reports;
import dev.gpuadvisor.slack.SlackCommands;
import dev.gpuadvisor.slack.SlackSettings;
import java.time.Clock;
import java.util.List;

/** The product put together: what both doors open to. */
public final class GpuAdvisor {

  private GpuAdvisor() {}

  /**
   * @param clock decides how old prices and signatures are
   */
  public static Api api(Clock clock, SlackSettings slack, McpSettings mcp) {
    return new Api(operations(clock, slack, mcp), clock);
  }

  static List<Operation> operations(Clock clock, SlackSettings slack, McpSettings mcp) {
    return Operations.with(
        List.of(
            WebPage.operation(),
            Reports.operation(),
            SlackCommands.operation(slack, clock),
            McpEndpoint.operation(mcp)));
  }
}
