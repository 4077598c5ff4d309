package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How to ask. */
public final class HelpMessage {

  private static final int MOST_CHARACTERS = 2900;

  private static final List<String> EXAMPLES =
      List.of(
          "qwen2.5-14b 8bit",
          "qwen 14b int4 ctx=32k users=4",
          "llama-3.1-70b 4bit budget=3/h supply=high",
          "qwen2.5-14b 8bit vs a10g@1.00",
          "llama-3.3-70b q4_k_m on 2x3090",
          "tune llama-3.1-8b qlora 5m tokens",
          "launch llama-3.1-8b on vllm",
          "estimate llama-3.1-8b 8bit",
          "compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit",
          "offers",
          "history pod-a100-80gb-secure",
          "models llama");

  private HelpMessage() {}

  /**
   * @param parameters of a recommendation
   * @param all those that a topic may be about
   * @param topic a group of settings, or one of them; empty for all
   */
  public static SlackMessage help(
      MessageBuilder page, List<Parameter<?>> parameters, List<Parameter<?>> all, String topic) {
    List<Parameter<?>> meant = HelpTopic.of(topic, page, all);
    return meant.isEmpty() ? help(page, parameters) : HelpTopic.message(page, meant);
  }

  private static SlackMessage help(MessageBuilder page, List<Parameter<?>> parameters) {
    Message headline = Msg.Slack.headlineHelp();
    page.header(headline, List.of());
    page.section(page.write(Msg.Slack.helpIntro()), examples(page, EXAMPLES.stream()));
    settings(page, parameters);
    String topics = HelpTopic.names().map(page::code).collect(Collectors.joining(" · "));
    page.section(page.write(Msg.Slack.helpWords()), page.write(Msg.Slack.helpTopics(topics)));
    page.ending(MessageBuilder.Ending.NEXT, EXAMPLES.get(0));
    return page.message(
        false,
        Stream.of(Msg.Slack.spokenHeadline(headline), Msg.Slack.helpIntro())
            .map(page::write)
            .toList());
  }

  /** Every parameter, group by group; those without a short word last. */
  private static void settings(MessageBuilder page, List<Parameter<?>> parameters) {
    List<Parameter<?>> all = parameters.stream().filter(HelpMessage::isTyped).toList();
    List<String> lines = new ArrayList<>(List.of(page.write(Msg.Slack.helpSettings())));
    for (Group group : Group.values()) {
      String settings =
          all.stream()
              .filter(each -> each.group() == group && !each.slackWords().isEmpty())
              .map(each -> setting(each) + " " + page.write(each.label()))
              .collect(Collectors.joining(" · "));
      if (!settings.isEmpty()) {
        lines.add(page.write(Msg.Slack.helpGroup(group.title(), settings)));
      }
    }
    String more =
        all.stream()
            .filter(each -> each.slackWords().isEmpty())
            .map(HelpMessage::setting)
            .collect(Collectors.joining(" · "));
    lines.add(page.write(Msg.Slack.helpMore(more)));
    section(page, lines);
  }

  /** As many sections as it takes: Slack refuses longer ones. */
  static void section(MessageBuilder page, List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() > 0 && text.length() + line.length() >= MOST_CHARACTERS) {
        page.section(text.toString());
        text.setLength(0);
      }
      text.append(text.length() == 0 ? "" : "\n").append(line);
    }
    page.section(text.toString());
  }

  /** The model is typed as it is, the language as a word; an object nobody types. */
  static boolean isTyped(Parameter<?> parameter) {
    return parameter.group() != Group.MODEL
        && parameter.group() != Group.ANSWER
        && !parameter.example().startsWith("{");
  }

  static String setting(Parameter<?> parameter) {
    return "`" + parameter.shownInSlack() + "=" + parameter.example() + "`";
  }

  /** What was not understood, and one line that would be; only to who asked. */
  public static SlackMessage of(MessageBuilder page, List<Doubt> doubts) {
    Message headline = Msg.Slack.headlineDoubts();
    page.lead(headline, List.of(), List.of()); // a question back is no headline
    page.add(new Block.Plain(String.join("\n", page.lines("• ", doubts))));
    String next =
        doubts.stream().flatMap(doubt -> doubt.next().stream()).findFirst().orElse(EXAMPLES.get(0));
    page.section(page.write(Msg.Slack.helpTry()), examples(page, Stream.of(next, "help")));
    page.ending(MessageBuilder.Ending.NEXT, next);
    Stream<String> spoken = page.lines("", doubts).stream().map(Spoken::plain);
    return page.message(
        false,
        Stream.concat(Stream.of(page.write(Msg.Slack.spokenHeadline(headline))), spoken).toList());
  }

  private static String examples(MessageBuilder page, Stream<String> lines) {
    return lines.map(page::code).collect(Collectors.joining("\n"));
  }
}
