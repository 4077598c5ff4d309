package dev.gpuadvisor.slack.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.text.Msg;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The same answer elsewhere: as the page with its form, and as the report.
 *
 * @param base where the API is asked from outside, {@code https://host/stage}; empty if unknown
 */
public record Links(String base) {

  private static final int LONGEST = 600;
  private static final String UNSAFE = "<>|\"'` \\";

  /** To the files that start it. */
  List<Block.Link> ofLaunch(MessageBuilder page, Request asked) {
    String query = query(asked);
    return isUsable(query)
        ? List.of(new Block.Link(page.write(Msg.Slack.linkFiles()), base + "/v1/launch?" + query))
        : List.of();
  }

  private boolean isUsable(String query) {
    return base.startsWith("https://")
        && base.chars().noneMatch(c -> c <= ' ' || c > '~' || UNSAFE.indexOf(c) >= 0)
        && base.length() + query.length() <= LONGEST;
  }

  List<Block.Link> of(MessageBuilder page, Request asked) {
    String query = query(asked);
    return isUsable(query)
        ? List.of(
            new Block.Link(page.write(Msg.Slack.linkPage()), base + "/?" + query),
            new Block.Link(
                page.write(Msg.Slack.linkReport()), base + "/v1/report?format=html&" + query))
        : List.of();
  }

  private static String query(Request asked) {
    Arguments arguments = asked.arguments();
    String said =
        arguments.names().stream()
            .flatMap(name -> arguments.get(name).stream().map(value -> pair(name, value)))
            .collect(Collectors.joining("&"));
    String language = asked.language().name().toLowerCase(Locale.ROOT);
    return said + "&" + pair(Parameters.LANG.name(), language);
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }
}
