package dev.gpuadvisor.cli;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How to ask: in short, of one subcommand, of one group of flags, of one flag. */
record HelpPages(Page page, Advice advice) {

  static final List<String> EXAMPLES =
      List.of(
          "qwen2.5-14b 8bit",
          "qwen2.5-14b --context 32k --users 10",
          "qwen2.5-14b ctx=32k 10 users vs a10g@1.00",
          "--config config.json --provider all --csv",
          "estimate llama-3.1-8b --here",
          "compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit",
          "models on 2x3090",
          "launch llama-3.1-8b runtime=vllm --file serve.sh",
          "logs vllm.log",
          "llama-3.1-8b --budget-per-month 500 --budget-check");

  void show() {
    page.heading(page.write(Msg.Slack.headlineHelp()));
    page.text(Msg.Cli.usage("gpu-advisor"));
    page.heading(page.write(Msg.Cli.helpExamples()));
    EXAMPLES.forEach(each -> page.raw("  gpu-advisor " + each));
    page.heading(page.write(Msg.Cli.helpCommands()));
    Map<String, String> commands = new LinkedHashMap<>();
    Arrays.stream(Command.values())
        .forEach(each -> commands.put("  " + each.shown(), page.write(each.description())));
    page.facts(commands);
    page.heading(page.write(Msg.Cli.helpOptions()));
    page.facts(options(option -> true));
    page.heading(page.write(Msg.Cli.helpTopics()));
    page.indented(topics());
    page.blank();
    page.text(Msg.Cli.exitStatus());
  }

  private Map<String, String> options(Predicate<CommandOption> which) {
    Map<String, String> options = new LinkedHashMap<>();
    Arrays.stream(CommandOption.values())
        .filter(which)
        .forEach(
            option -> {
              String name = option.flag() + (option.takesValue() ? " " + option.takes() : "");
              options.put("  " + name, page.write(option.description()));
            });
    return options;
  }

  /**
   * What a topic means: a subcommand, a group of flags by its name or heading, or a flag.
   *
   * @return whether there is such a topic
   */
  boolean show(String topic) {
    String key = NameIndex.key(topic);
    var command = Command.of(topic);
    command.ifPresent(this::show);
    List<Parameter<?>> meant =
        advice.questions().table().all().stream()
            .filter(each -> isOf(each.group(), key) || isCalled(each, key))
            .<Parameter<?>>map(each -> each)
            .toList();
    if (!meant.isEmpty()) {
      page.heading(page.write(meant.get(0).group().title()));
      page.facts(sentences(meant));
    }
    return command.isPresent() || !meant.isEmpty();
  }

  private boolean isOf(Group group, String key) {
    return NameIndex.key(group.name()).equals(key)
        || NameIndex.key(page.write(group.title())).equals(key);
  }

  private static boolean isCalled(Parameter<?> parameter, String key) {
    return NameIndex.key(parameter.name()).equals(key)
        || parameter.slackWords().stream().anyMatch(word -> NameIndex.key(word).equals(key));
  }

  void show(Command command) {
    page.heading("gpu-advisor " + command.shown());
    page.text(command.description());
    if (!command.asks()) {
      return;
    }
    Map<Group, List<Parameter<?>>> groups =
        advice.parameters(command).stream()
            .collect(
                Collectors.groupingBy(Parameter::group, LinkedHashMap::new, Collectors.toList()));
    groups.forEach(
        (group, parameters) -> {
          page.heading(page.write(group.title()));
          Map<String, String> labels = new LinkedHashMap<>();
          parameters.forEach(each -> labels.put("  " + usage(each), label(each)));
          page.facts(labels);
        });
    page.heading(page.write(Msg.Cli.helpOptions()));
    page.facts(options(option -> option.isOfUse(command)));
  }

  private Map<String, String> sentences(List<Parameter<?>> parameters) {
    Map<String, String> sentences = new LinkedHashMap<>();
    for (Parameter<?> each : parameters) {
      String words =
          each.slackWords().stream().map(ParameterFlags::of).collect(Collectors.joining(", "));
      String also = words.isEmpty() ? "" : " " + page.write(Msg.Cli.also(words));
      sentences.put("  " + usage(each), page.write(each.description()) + "." + also);
    }
    return sentences;
  }

  /** {@code --context 8192}. */
  String usage(Parameter<?> parameter) {
    ParameterFlags flags = advice.flags();
    return flags.isSwitch(parameter)
        ? ParameterFlags.of(parameter)
        : ParameterFlags.of(parameter)
            + " "
            + (flags.takesDocument(parameter)
                ? page.write(Msg.Cli.fileName())
                : example(parameter));
  }

  private static String example(Parameter<?> parameter) {
    return parameter.example().indexOf(' ') < 0
        ? parameter.example()
        : '"' + parameter.example() + '"';
  }

  String label(Parameter<?> parameter) {
    String label = page.write(parameter.label());
    return parameter
        .defaultText(advice.flags().vocabulary())
        .map(value -> page.write(Msg.Cli.byDefault(label, value)))
        .orElse(label);
  }

  String topics() {
    return Arrays.stream(Group.values())
        .map(group -> group.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
