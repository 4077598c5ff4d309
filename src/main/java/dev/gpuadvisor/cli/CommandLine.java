package dev.gpuadvisor.cli;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line taken apart: the subcommand, flags with their values, and words. */
final class CommandLine {

  private static final String YES = "true";
  private static final String NO = "false";

  private final ParameterFlags known;
  private final List<String> left;
  private final Map<CommandOption, String> options = new EnumMap<>(CommandOption.class);
  private final List<Flag> flags = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private Optional<Command> command = Optional.empty();

  /**
   * @param name with underscores, as parameters have them
   */
  record Flag(String name, String value) {}

  private CommandLine(List<String> line, ParameterFlags known) {
    this.left = new ArrayList<>(line);
    this.known = known;
  }

  /** Whatever is wrong with it is among its doubts. */
  static CommandLine of(List<String> line, ParameterFlags known) {
    CommandLine read = new CommandLine(line, known);
    while (!read.left.isEmpty()) {
      read.take(read.left.remove(0));
    }
    return read;
  }

  Optional<Command> command() {
    return command;
  }

  List<Flag> flags() {
    return flags;
  }

  List<String> words() {
    return words;
  }

  List<Doubt> doubts() {
    return doubts;
  }

  boolean has(CommandOption option) {
    return options.containsKey(option);
  }

  Optional<String> value(CommandOption option) {
    return Optional.ofNullable(options.get(option));
  }

  /** The value of a flag that is given once. */
  Optional<String> value(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).map(Flag::value).findFirst();
  }

  /**
   * What would change nothing is refused rather than ignored.
   *
   * @throws WrongLineException where there is such an option
   */
  void requireUseOfAll(Command asked) {
    List<Doubt> ofNoUse = new ArrayList<>();
    for (CommandOption option : options.keySet()) {
      if (!option.isOfUse(asked) && option != CommandOption.BUDGET_CHECK) {
        ofNoUse.add(ofNoUse(option, asked.shown()));
      }
      options.keySet().stream()
          .filter(other -> !option.isOfUseBeside(other))
          .forEach(other -> ofNoUse.add(ofNoUse(option, other.flag())));
    }
    if (!ofNoUse.isEmpty()) {
      throw new WrongLineException(ofNoUse);
    }
  }

  private static Doubt ofNoUse(CommandOption option, String with) {
    return new Doubt(Msg.Cli.ofNoUse(option.flag(), with), List.of());
  }

  private void take(String argument) {
    if (argument.equals("--")) {
      words.addAll(left);
      left.clear();
    } else if (argument.startsWith("--")) {
      takeFlag(argument.substring(2));
    } else if (argument.startsWith("-") && isLetters(argument.substring(1))) {
      takeLetter(argument);
    } else {
      takeWord(argument);
    }
  }

  private static boolean isLetters(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
  }

  private void takeLetter(String argument) {
    Optional<CommandOption> option = CommandOption.ofLetter(argument.substring(1));
    option.ifPresentOrElse(
        each -> options.put(each, ""), () -> unknown(argument, argument.substring(1)));
  }

  private void takeWord(String word) {
    boolean first = words.isEmpty() && command.isEmpty();
    Optional<Command> named = first ? Command.of(word) : Optional.empty();
    if (named.isPresent()) {
      command = named;
    } else {
      words.add(word);
    }
  }

  private void takeFlag(String typed) {
    int equals = typed.indexOf('=');
    String name = ParameterFlags.name(equals < 0 ? typed : typed.substring(0, equals));
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(typed.substring(equals + 1));
    Optional<CommandOption> option = CommandOption.of(name.replace('_', '-'));
    if (option.isPresent()) {
      takeOption(option.get(), value);
    } else if (known.isSwitchedOff(name)) {
      flags.add(new Flag(ParameterFlags.withoutNot(name), NO));
    } else if (known.isSwitch(name)) {
      flags.add(new Flag(name, value.orElseGet(this::yes)));
    } else if (known.isKnown(name)) {
      value
          .or(() -> next(ParameterFlags.of(name)))
          .ifPresent(given -> flags.add(new Flag(name, given)));
    } else {
      takeUnknown(typed, name, value);
    }
  }

  /** The API refuses what has no such parameter, beside all else that is wrong. */
  private void takeUnknown(String typed, String name, Optional<String> value) {
    if (known.meansOption(name)) {
      unknown("--" + typed, name);
      return;
    }
    boolean followed = value.isEmpty() && !left.isEmpty() && !left.get(0).startsWith("-");
    flags.add(new Flag(name, followed ? left.remove(0) : value.orElse(YES)));
  }

  /** What follows a switch belongs to it where it is just what a switch takes. */
  private String yes() {
    boolean said = !left.isEmpty() && (left.get(0).equals(YES) || left.get(0).equals(NO));
    return said ? left.remove(0) : YES;
  }

  private void takeOption(CommandOption option, Optional<String> value) {
    if (option.takesValue()) {
      value.or(() -> next(option.flag())).ifPresent(given -> options.put(option, given));
    } else if (value.isPresent()) {
      doubts.add(new Doubt(Msg.Cli.takesNoValue(option.flag()), List.of()));
    } else {
      options.put(option, "");
    }
  }

  private Optional<String> next(String flag) {
    if (left.isEmpty() || left.get(0).startsWith("--")) {
      doubts.add(new Doubt(Msg.Cli.needsValue(flag), List.of()));
      return Optional.empty();
    }
    return Optional.of(left.remove(0));
  }

  private void unknown(String typed, String name) {
    List<String> meant = name.length() == 1 ? List.of() : known.meant(name);
    doubts.add(Doubt.about(typed, Msg.Cli::noSuchFlag, meant));
  }
}
