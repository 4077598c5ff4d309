package dev.gpuadvisor.cli;

import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.util.Arrays;
import java.util.List;

/** The manual page, in the macros of man(7). */
record ManPage(Texts texts, Advice advice, String version) {

  String text() {
    StringBuilder page = new StringBuilder();
    page.append(".TH GPU-ADVISOR 1 \"\" \"gpu-advisor ").append(escaped(version)).append("\"\n");
    section(page, Msg.Cli.manName());
    page.append("gpu-advisor \\- ")
        .append(escaped(texts.write(Msg.Slack.headlineHelp())))
        .append('\n');
    section(page, Msg.Cli.manSynopsis());
    page.append(escaped(texts.write(Msg.Cli.usage("gpu-advisor")))).append('\n');
    section(page, Msg.Cli.helpCommands());
    for (Command command : Command.values()) {
      entry(page, command.shown(), texts.write(command.description()));
    }
    section(page, Msg.Cli.helpOptions());
    for (CommandOption option : CommandOption.values()) {
      String value = option.takesValue() ? " " + option.takes() : "";
      entry(page, option.flag() + value, texts.write(option.description()));
    }
    for (Group group : Group.values()) {
      List<Parameter<?>> members = advice.questions().table().of(group);
      if (!members.isEmpty()) {
        section(page, group.title());
        members.forEach(each -> parameter(page, each));
      }
    }
    section(page, Msg.Cli.manStatus());
    page.append(escaped(texts.write(Msg.Cli.exitStatus()))).append('\n');
    section(page, Msg.Cli.manEnvironment());
    Arrays.stream(Environment.values())
        .forEach(each -> entry(page, each.name(), texts.write(each.description())));
    section(page, Msg.Cli.helpExamples());
    page.append(".nf\n");
    HelpPages.EXAMPLES.forEach(each -> page.append(escaped("gpu-advisor " + each)).append('\n'));
    return page.append(".fi\n").toString();
  }

  private void parameter(StringBuilder page, Parameter<?> parameter) {
    String value =
        advice.flags().isSwitch(parameter)
            ? ""
            : advice.flags().takesDocument(parameter)
                ? " " + texts.write(Msg.Cli.fileName())
                : " " + parameter.example();
    String meaning = texts.write(parameter.description()) + ".";
    String whole =
        parameter
            .defaultText(advice.flags().vocabulary())
            .map(text -> texts.write(Msg.Cli.byDefault(meaning, text)))
            .orElse(meaning);
    entry(page, ParameterFlags.of(parameter) + value, whole);
  }

  private void section(StringBuilder page, Message title) {
    page.append(".SH \"").append(escaped(texts.write(title))).append("\"\n");
  }

  private static void entry(StringBuilder page, String term, String text) {
    page.append(".TP\n.B ").append(escaped(term)).append('\n').append(escaped(text)).append('\n');
  }

  /** What roff would take for something of its own. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
