package dev.gpuadvisor.cli;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Texts;
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

  /** Flags of a subcommand with their descriptions. */
  private Map<String, String> flags(List<Parameter<?>> parameters) {
    Map<String, String> flags = new LinkedHashMap<>();
    parameters.forEach(
        each -> flags.putIfAbsent(ParameterFlags.of(each), texts.write(each.label())));
    for (CommandOption option : CommandOption.values()) {
      flags.put(option.flag(), texts.write(option.description()));
    }
    return flags;
  }

  private String names(Command command) {
    return String.join(" ", flags(advice.parameters(command)).keySet());
  }

  private List<String> values(Parameter<?> parameter) {
    Stream<String> values =
        parameter.type().shape(advice.flags().vocabulary()) instanceof Shape.Choice choice
            ? choice.values().stream()
            : Stream.of();
    List<String> all = values.filter(value -> value.indexOf(' ') < 0).toList();
    return all.size() <= MOST_VALUES ? all : List.of();
  }

  /** Lines of a case of a shell: each flag that has few values, or takes a file. */
  private String cases(String values, String files) {
    StringBuilder cases = new StringBuilder();
    Map<String, Parameter<?>> distinct = new LinkedHashMap<>();
    advice.questions().table().all().forEach(each -> distinct.putIfAbsent(each.name(), each));
    for (Parameter<?> each : distinct.values()) {
      String of = String.join(" ", values(each));
      if (advice.flags().takesDocument(each)) {
        cases
            .append("    ")
            .append(ParameterFlags.of(each))
            .append(") ")
            .append(files)
            .append(" ;;\n");
      } else if (!of.isEmpty()) {
        String line = values.replace("VALUES", of);
        cases
            .append("    ")
            .append(ParameterFlags.of(each))
            .append(") ")
            .append(line)
            .append(" ;;\n");
      }
    }
    return cases.toString();
  }

  private String ofCommands() {
    return Command.asking().stream()
        .map(each -> "    " + each.shown() + ") flags='" + names(each) + "' ;;\n")
        .collect(Collectors.joining());
  }

  private String bash() {
    return """
    # bash completion of gpu-advisor: source <(gpu-advisor completion bash)
    _gpu_advisor() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags
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
        .replace("USUAL", names(Command.RECOMMEND))
        .replace("COMMANDS", commands());
  }

  private String zsh() {
    return """
    #compdef gpu-advisor
    # zsh completion of gpu-advisor: source <(gpu-advisor completion zsh)
    _gpu_advisor() {
      local before=${words[CURRENT-1]} flags
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
        .replace("USUAL", names(Command.RECOMMEND))
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
    Map<String, Parameter<?>> distinct = new LinkedHashMap<>();
    advice.questions().table().all().forEach(each -> distinct.putIfAbsent(each.name(), each));
    distinct.values().forEach(each -> fishFlag(lines, each));
    for (CommandOption option : CommandOption.values()) {
      lines.append("complete -c gpu-advisor -l ").append(option.flag().substring(2));
      lines.append(option.takesValue() ? " -x" : "").append(" -d ");
      lines.append(quoted(texts.write(option.description()))).append('\n');
    }
    return lines.toString();
  }

  private void fishFlag(StringBuilder lines, Parameter<?> each) {
    lines.append("complete -c gpu-advisor -l ").append(ParameterFlags.of(each).substring(2));
    if (advice.flags().takesDocument(each)) {
      lines.append(" -r -F");
    } else if (!advice.flags().isSwitch(each)) {
      lines.append(" -x");
      String values = String.join(" ", values(each));
      lines.append(values.isEmpty() ? "" : " -a " + quoted(values));
    }
    lines.append(" -d ").append(quoted(texts.write(each.label()))).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
