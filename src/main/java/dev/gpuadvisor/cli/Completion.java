package dev.gpuadvisor.cli;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a shell offers to complete: subcommands, flags, and the values of those that have few. */
record Completion(Texts texts, Advice advice) {

  static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private static final int MOST_VALUES = 60;

  /** Empty where the shell is not known. */
  Optional<String> of(String shell) {
    return switch (shell) {
      case "bash" -> Optional.of(bash());
      case "zsh" -> Optional.of(zsh());
      case "fish" -> Optional.of(fish());
      default -> Optional.empty();
    };
  }

  private static String commands() {
    return Arrays.stream(Command.values()).map(Command::shown).collect(Collectors.joining(" "));
  }

  private String flags(Command command) {
    Stream<String> parameters = advice.parameters(command).stream().map(ParameterFlags::of);
    Stream<String> options =
        Arrays.stream(CommandOption.values())
            .filter(option -> option.isOfUse(command))
            .map(CommandOption::flag);
    return Stream.concat(parameters, options).distinct().collect(Collectors.joining(" "));
  }

  /** Of each flag the parameters that are called so: of some of them there are several. */
  private Map<String, List<Parameter<?>>> byName() {
    Map<String, List<Parameter<?>>> byName = new LinkedHashMap<>();
    for (Parameter<?> each : advice.questions().table().all()) {
      byName.computeIfAbsent(ParameterFlags.of(each), name -> new ArrayList<>()).add(each);
    }
    return byName;
  }

  private String values(List<Parameter<?>> parameters) {
    List<String> all =
        parameters.stream()
            .flatMap(this::values)
            .filter(value -> value.indexOf(' ') < 0)
            .distinct()
            .toList();
    return all.size() <= MOST_VALUES ? String.join(" ", all) : "";
  }

  private Stream<String> values(Parameter<?> parameter) {
    return parameter.type().shape(advice.flags().vocabulary()) instanceof Shape.Choice choice
        ? choice.values().stream()
        : Stream.of();
  }

  /** Lines of a case of a shell: each word before that decides what may follow. */
  private String cases(String values, String files) {
    StringBuilder cases = new StringBuilder();
    byName()
        .forEach(
            (flag, parameters) -> {
              String of = values(parameters);
              if (advice.flags().takesDocument(parameters.get(0))) {
                addCase(cases, flag, files);
              } else if (!of.isEmpty()) {
                addCase(cases, flag, values.replace("VALUES", of));
              }
            });
    addCase(cases, Command.COMPLETION.shown(), values.replace("VALUES", shells()));
    addCase(cases, Command.HELP.shown(), values.replace("VALUES", commands()));
    return cases.toString();
  }

  private static void addCase(StringBuilder cases, String before, String line) {
    cases.append("    ").append(before).append(") ").append(line).append(" ;;\n");
  }

  private static String shells() {
    return String.join(" ", SHELLS);
  }

  private String ofCommands() {
    return Command.asking().stream()
        .map(each -> "    " + each.shown() + ") flags='" + flags(each) + "' ;;\n")
        .collect(Collectors.joining());
  }

  private String bash() {
    return """
    # bash completion of gpu-advisor: source <(gpu-advisor completion bash)
    _gpu_advisor() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags
      if [[ $word == = ]]; then
        word=
      elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
      fi
      case $before in
    CASES  esac
      case ${COMP_WORDS[1]} in
    FLAGS    *) flags='USUAL' ;;
      esac
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$flags" -- "$word"))
      elif ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W 'COMMANDS' -- "$word"))
      fi
    }
    complete -o default -F _gpu_advisor gpu-advisor
    """
        .replace(
            "CASES",
            cases(
                "COMPREPLY=($(compgen -W 'VALUES' -- \"$word\")); return",
                "COMPREPLY=($(compgen -f -- \"$word\")); return"))
        .replace("FLAGS", ofCommands())
        .replace("USUAL", flags(Command.RECOMMEND))
        .replace("COMMANDS", commands());
  }

  private String zsh() {
    return """
    #compdef gpu-advisor
    # zsh completion of gpu-advisor: source <(gpu-advisor completion zsh)
    _gpu_advisor() {
      local before=${words[CURRENT-1]} flags
      if [[ $PREFIX == --*=* ]]; then
        before=${PREFIX%%=*}
        compset -P '*='
      fi
      case $before in
    CASES  esac
      case ${words[2]} in
    FLAGS    *) flags='USUAL' ;;
      esac
      if [[ $PREFIX == -* ]]; then
        compadd -- ${=flags}
      elif ((CURRENT == 2)); then
        compadd -- COMMANDS
      else
        _files
      fi
    }
    compdef _gpu_advisor gpu-advisor
    """
        .replace("CASES", cases("compadd -- VALUES; return", "_files; return"))
        .replace("FLAGS", ofCommands())
        .replace("USUAL", flags(Command.RECOMMEND))
        .replace("COMMANDS", commands());
  }

  private String fish() {
    StringBuilder lines =
        new StringBuilder(
            "# fish completion of gpu-advisor: gpu-advisor completion fish | source\n");
    for (Command command : Command.values()) {
      lines.append("complete -c gpu-advisor -n __fish_use_subcommand -f -a ");
      lines
          .append(command.shown())
          .append(" -d ")
          .append(quoted(texts.write(command.description())));
      lines.append('\n');
    }
    addFish(lines, Command.COMPLETION, shells());
    addFish(lines, Command.HELP, commands());
    byName().forEach((flag, parameters) -> fishFlag(lines, flag, parameters));
    for (CommandOption option : CommandOption.values()) {
      lines.append("complete -c gpu-advisor -l ").append(option.flag().substring(2));
      lines.append(option.takesValue() ? " -x" : "").append(" -d ");
      lines.append(quoted(texts.write(option.description()))).append('\n');
    }
    return lines.toString();
  }

  private static void addFish(StringBuilder lines, Command before, String words) {
    lines
        .append("complete -c gpu-advisor -n '__fish_seen_subcommand_from ")
        .append(before.shown())
        .append("' -f -a ")
        .append(quoted(words))
        .append('\n');
  }

  private void fishFlag(StringBuilder lines, String flag, List<Parameter<?>> parameters) {
    Parameter<?> each = parameters.get(0);
    lines.append("complete -c gpu-advisor -l ").append(flag.substring(2));
    if (advice.flags().takesDocument(each)) {
      lines.append(" -r -F");
    } else if (!advice.flags().isSwitch(each)) {
      lines.append(" -x");
      String values = values(parameters);
      lines.append(values.isEmpty() ? "" : " -a " + quoted(values));
    }
    lines.append(" -d ").append(quoted(texts.write(each.label()))).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
