package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.launch.LaunchFile;
import dev.gpuadvisor.launch.Started;
import dev.gpuadvisor.slack.message.RecommendationMessage.NextLines;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What starts a model: the command or the configuration itself, and where the other files are. */
public final class LaunchMessage {

  private static final int LONGEST_SCRIPT = 2400;

  private LaunchMessage() {}

  public static SlackMessage of(
      MessageBuilder page, Started started, NextLines next, boolean shared) {
    Assessment assessment = started.assessment();
    Message headline = Msg.Slack.headlineLaunch(assessment.worker().label());
    page.header(headline, List.of());
    Message where =
        Msg.Slack.launchWhere(
            assessment.quantization().format().id(),
            assessment.offer().provider(),
            assessment.price().perHour());
    page.section(
        "*" + Spoken.withoutMarkup(started.model().huggingFaceId()) + "*\n" + page.write(where));
    String script = started.script().strip();
    if (script.length() <= LONGEST_SCRIPT && script.indexOf('`') < 0) {
      // Line by line: a fence does not break lines, and they are wider than a phone.
      page.section(script.lines().map(line -> "`" + line + "`").collect(Collectors.joining("\n")));
    }
    if (!started.remarks().isEmpty()) {
      String remarks =
          started.remarks().stream().map(page::write).collect(Collectors.joining("\n• ", "• ", ""));
      page.add(new Block.Plain(remarks));
    }
    page.aside(
        Msg.Slack.launchFiles(
            started.files().stream().map(LaunchFile::name).collect(Collectors.joining(", "))));
    next.again().ifPresent(line -> page.ending(MessageBuilder.Ending.AGAIN, line));
    page.links(next.links().ofLaunch(page, next.asked()));
    List<Message> spoken = new ArrayList<>(List.of(Msg.Slack.spokenHeadline(headline), where));
    spoken.add(Msg.Slack.spokenCommand(Spoken.plain(started.command())));
    spoken.addAll(started.remarks());
    return page.message(shared, spoken.stream().map(page::write).toList());
  }
}
