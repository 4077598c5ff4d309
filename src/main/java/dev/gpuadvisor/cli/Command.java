package dev.gpuadvisor.cli;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.slack.line.Verb;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The subcommands; a line that names none wants a recommendation. */
enum Command {
  RECOMMEND(Msg.Cli.commandRecommend(), Verb.RECOMMEND, "recommander"),
  ESTIMATE(Msg.Cli.commandEstimate(), Verb.RECOMMEND, "estimer"),
  COMPARE(Msg.Cli.commandCompare(), Verb.COMPARE, "comparer"),
  OFFERS(Msg.Cli.commandOffers(), Verb.LIST_OFFERS, "offres", "prix"),
  MODELS(Msg.Cli.commandModels(), Verb.LIST_MODELS, "modeles"),
  LAUNCH(Msg.Cli.commandLaunch(), Verb.LAUNCH, "lancer"),
  REPORT(Msg.Cli.commandReport(), Verb.RECOMMEND, "rapport"),
  LOGS(Msg.Cli.commandLogs(), Verb.HELP, "journal"),
  HELP(Msg.Cli.commandHelp(), Verb.HELP, "aide"),
  IMPORT(Msg.Cli.commandImport(), Verb.HELP, "importer"),
  COMPLETION(Msg.Cli.commandCompletion(), Verb.HELP),
  MAN(Msg.Cli.commandMan(), Verb.HELP);

  private final Message description;
  private final Verb verb;
  private final List<String> otherNames;

  /**
   * @param verb of the words that it takes besides flags
   */
  Command(Message description, Verb verb, String... otherNames) {
    this.description = description;
    this.verb = verb;
    this.otherNames = List.of(otherNames);
  }

  Message description() {
    return description;
  }

  Verb verb() {
    return verb;
  }

  /** As it is typed. */
  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it asks the advisor something. */
  boolean asks() {
    return compareTo(HELP) < 0;
  }

  static List<Command> asking() {
    return Arrays.stream(values()).filter(Command::asks).toList();
  }

  static Optional<Command> of(String word) {
    String key = NameIndex.key(word).replace('è', 'e');
    return Arrays.stream(values())
        .filter(each -> each.shown().equals(key) || each.otherNames.contains(key))
        .findFirst();
  }

  /** What a line of words asks for that names no subcommand. */
  static Command of(Verb verb) {
    return switch (verb) {
      case RECOMMEND, TUNE, FORM -> RECOMMEND;
      case FIT -> ESTIMATE;
      case LAUNCH -> LAUNCH;
      case COMPARE -> COMPARE;
      case LIST_OFFERS, HISTORY -> OFFERS;
      case LIST_MODELS -> MODELS;
      case HELP -> HELP;
    };
  }
}
