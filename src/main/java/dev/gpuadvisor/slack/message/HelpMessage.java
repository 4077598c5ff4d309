package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to ask. */
public final class HelpMessage {

  private static final List<String> EXAMPLES =
      List.of(
          "qwen2.5-14b 8bit",
          "qwen 14b int4 ctx=32k users=4",
          "llama-3.1-70b 4bit budget=3/h supply=high",
          "qwen2.5-14b 8bit vs a10g@1.00",
          "compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit",
          "offers",
          "models llama");

  private HelpMessage() {}

  public static SlackMessage of(MessageBuilder page, String command) {
    Message headline = Msg.Slack.headlineHelp();
    page.header(headline);
    page.section(page.write(Msg.Slack.helpIntro()), examples(EXAMPLES.stream(), command));
    page.section(page.write(Msg.Slack.helpSettings()));
    page.section(page.write(Msg.Slack.helpWords()));
    return page.message(false, headline);
  }

  /** What was not understood, and one line that would be; only to who asked. */
  public static SlackMessage of(MessageBuilder page, String command, List<Doubt> doubts) {
    Message headline = Msg.Slack.headlineDoubts();
    page.header(headline);
    page.add(new Block.Plain(String.join("\n", page.lines("• ", doubts))));
    page.section(
        page.write(Msg.Slack.helpTry()), examples(Stream.of(EXAMPLES.get(0), "help"), command));
    return page.message(false, headline);
  }

  private static String examples(Stream<String> lines, String command) {
    return lines.map(line -> "`" + command + " " + line + "`").collect(Collectors.joining("\n"));
  }
}
