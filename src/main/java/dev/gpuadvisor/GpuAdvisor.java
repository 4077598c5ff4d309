package dev.gpuadvisor;

import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.feed.Badge;
import dev.gpuadvisor.feed.PriceFeed;
import dev.gpuadvisor.launch.Launches;
import dev.gpuadvisor.mcp.McpEndpoint;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.page.ListPage;
import dev.gpuadvisor.page.WebPage;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.report.Reports;
import dev.gpuadvisor.slack.SlackCommands;
import dev.gpuadvisor.slack.SlackInteractions;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.unlisted.Hub;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The product put together: what both doors open to. */
public final class GpuAdvisor {

  private GpuAdvisor() {}

  /**
   * @param catalog that all answers are about
   * @param clock decides how old prices and signatures are
   */
  public static Api api(Catalog catalog, Clock clock, SlackSettings slack, McpSettings mcp) {
    return api(catalog, Hub.OFF, clock, slack, mcp);
  }

  /**
   * @param hub that knows the models which the catalogue lacks
   */
  public static Api api(
      Catalog catalog, Hub hub, Clock clock, SlackSettings slack, McpSettings mcp) {
    return api(Questions.of(catalog, hub), clock, slack, mcp);
  }

  /**
   * @param questions that can be asked
   */
  public static Api api(Questions questions, Clock clock, SlackSettings slack, McpSettings mcp) {
    return new Api(endpoints(questions, clock, slack, mcp), clock);
  }

  public static List<Endpoint> endpoints(
      Questions questions, Clock clock, SlackSettings slack, McpSettings mcp) {
    Operations operations = new Operations(questions);
    Operation<?> launch = Launches.operation(questions);
    List<Endpoint> others = new ArrayList<>(ListPage.endpoints(questions));
    others.addAll(
        List.of(
            WebPage.endpoint(questions),
            Reports.operation(questions),
            launch,
            Badge.operation(questions),
            PriceFeed.operation(questions),
            SlackCommands.endpoint(slack, clock, questions),
            SlackInteractions.endpoint(slack, clock, questions),
            McpEndpoint.endpoint(mcp, operations, launch)));
    return operations.with(others);
  }
}
