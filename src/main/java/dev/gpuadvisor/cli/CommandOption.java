package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What only a command line has: how it answers, and whom it asks. Parameters have their table. */
enum CommandOption {
  JSON(Msg.Cli.optionJson()),
  CSV(Msg.Cli.optionCsv()),
  URL(Msg.Cli.optionUrl(), "URL"),
  HERE(Msg.Cli.optionHere()),
  BUDGET_CHECK(Msg.Cli.optionBudgetCheck()),
  FILE(Msg.Cli.optionFile(), "NAME"),
  HELP(Msg.Cli.optionHelp()),
  VERSION(Msg.Cli.optionVersion());

  private static final List<String> SHORT = List.of("h", "V");

  private final Message description;
  private final String takes;

  CommandOption(Message description) {
    this(description, "");
  }

  CommandOption(Message description, String takes) {
    this.description = description;
    this.takes = takes;
  }

  Message description() {
    return description;
  }

  /** What its value is called; empty where it takes none. */
  String takes() {
    return takes;
  }

  boolean takesValue() {
    return !takes.isEmpty();
  }

  /** Whether it changes anything of what a subcommand answers. */
  boolean isOfUse(Command command) {
    return switch (this) {
      case CSV -> command != Command.REPORT && command != Command.LAUNCH;
      case FILE -> command == Command.LAUNCH;
      case HERE -> command != Command.OFFERS && command != Command.COMPARE;
      case BUDGET_CHECK -> command == Command.RECOMMEND;
      case JSON, URL, HELP, VERSION -> true; // a report is as it is; what is wrong with one is JSON
    };
  }

  /** Whether it changes anything where another is given too. */
  boolean isOfUseBeside(CommandOption other) {
    return switch (this) {
      case CSV -> other != JSON && other != BUDGET_CHECK;
      case FILE -> other != JSON;
      default -> true;
    };
  }

  /** As it is typed, {@code --budget-check}. */
  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<CommandOption> of(String name) {
    return Arrays.stream(values()).filter(each -> each.flag().equals("--" + name)).findFirst();
  }

  /** {@code -h} and {@code -V}. */
  static Optional<CommandOption> ofLetter(String letter) {
    int at = SHORT.indexOf(letter);
    return at < 0 ? Optional.empty() : Optional.of(at == 0 ? HELP : VERSION);
  }
}
