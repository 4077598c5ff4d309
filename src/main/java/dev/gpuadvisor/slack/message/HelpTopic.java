package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Help about a few settings: each with what it means, in a sentence. */
final class HelpTopic {

  /** What is worth a page of its own. */
  private static final List<Group> TOPICS =
      List.of(
          Group.SERVING,
          Group.TRAINING,
          Group.DESCRIPTION,
          Group.OFFERS,
          Group.RENTING,
          Group.MOVING,
          Group.HARDWARE,
          Group.LAUNCHED);

  private HelpTopic() {}

  /** As they are typed. */
  static Stream<String> names() {
    return TOPICS.stream().map(group -> "help " + name(group));
  }

  private static String name(Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  /** Those of a group, by its name or its heading; or the one that goes by the word. */
  static List<Parameter<?>> of(String topic, MessageBuilder page, List<Parameter<?>> parameters) {
    String wanted = NameIndex.key(topic);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Group> groups =
        Arrays.stream(Group.values())
            .filter(
                group ->
                    name(group).equals(wanted)
                        || NameIndex.key(page.write(group.title())).equals(wanted))
            .toList();
    return parameters.stream()
        .filter(HelpMessage::isTyped)
        .filter(each -> groups.contains(each.group()) || isCalled(each, wanted))
        .<Parameter<?>>map(each -> each)
        .toList();
  }

  private static boolean isCalled(Parameter<?> parameter, String word) {
    return Stream.concat(parameter.slackWords().stream(), Stream.of(parameter.name()))
        .anyMatch(name -> NameIndex.key(name).equals(word));
  }

  static SlackMessage message(MessageBuilder page, List<Parameter<?>> meant) {
    Message title = meant.get(0).group().title();
    page.header(title, List.of());
    List<String> lines = meant.stream().map(each -> line(page, each)).toList();
    HelpMessage.section(page, lines);
    String verb =
        switch (meant.get(0).group()) {
          case LAUNCHED -> "launch ";
          case HARDWARE -> "estimate ";
          default -> "";
        };
    String example =
        verb + "qwen2.5-14b " + meant.get(0).shownInSlack() + "=" + meant.get(0).example();
    page.ending(MessageBuilder.Ending.NEXT, example);
    Stream<String> spoken =
        meant.stream()
            .map(each -> page.write(each.label()) + ": " + page.write(each.description()));
    return page.message(
        false,
        Stream.concat(Stream.of(page.write(Msg.Slack.spokenHeadline(title))), spoken).toList());
  }

  private static String line(MessageBuilder page, Parameter<?> parameter) {
    return HelpMessage.setting(parameter)
        + " "
        + Spoken.withoutMarkup(page.write(parameter.description()));
  }
}
