package dev.gpuadvisor.cli;

import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line: {@code new Cli(advice, around).run(List.of("qwen2.5-14b", "--users", "10"))}
 * answers on the streams around it, and by its status.
 */
final class Cli {

  private static final List<String> SAYING_LANGUAGE = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private final Advice advice;
  private final Surroundings around;
  private final String version;
  private Language language = Language.EN;

  Cli(Advice advice, Surroundings around, String version) {
    this.advice = advice;
    this.around = around;
    this.version = version;
  }

  /**
   * @throws IOException where nobody reads what is written
   */
  Status run(List<String> arguments) throws IOException {
    CommandLine line = CommandLine.of(arguments, advice.flags());
    language = language(line.value(Parameters.LANG.name()));
    try {
      if (!line.doubts().isEmpty()) {
        throw new WrongLineException(line.doubts());
      }
      return answer(line, arguments.isEmpty());
    } catch (WrongLineException e) {
      Page page = output().aside();
      new FaultsView(page).show(e.doubts());
      page.text(Msg.Cli.tryHelp("gpu-advisor help"));
      output().tell(page);
      return Status.WRONG_QUESTION;
    }
  }

  /** As it is asked for, or as the environment says. */
  private Language language(Optional<String> asked) {
    String text =
        asked.orElseGet(
            () ->
                SAYING_LANGUAGE.stream()
                    .map(around::variable)
                    .filter(value -> value != null && !value.isEmpty())
                    .findFirst()
                    .orElse(""));
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of(Language.values())
        .filter(each -> lower.equals(each.code()) || lower.startsWith(each.code() + "_"))
        .findFirst()
        .orElse(Language.EN);
  }

  private Output output() {
    return new Output(around, Texts.in(language));
  }

  private Status answer(CommandLine line, boolean nothingAsked) throws IOException {
    if (line.has(CommandOption.VERSION)) {
      return print("gpu-advisor " + version + "\n");
    }
    Command command = line.command().orElse(Command.RECOMMEND);
    if (nothingAsked || line.has(CommandOption.HELP) || command == Command.HELP) {
      return help(line);
    }
    return switch (command) {
      case COMPLETION -> completion(line.words());
      case IMPORT -> throw new WrongLineException(Msg.Cli.imported());
      case MAN -> print(new ManPage(Texts.in(language), advice, version).text());
      default -> ask(line);
    };
  }

  private Status help(CommandLine line) throws IOException {
    Page page = output().page();
    HelpPages help = new HelpPages(page, advice);
    String topic = String.join(" ", line.words());
    Optional<Command> command = line.command().filter(each -> each != Command.HELP);
    if (command.isPresent()) {
      help.show(command.get());
    } else if (topic.isEmpty() || line.command().isEmpty()) {
      help.show();
    } else if (!help.show(topic)) {
      throw new WrongLineException(Msg.Cli.noTopic(topic, help.topics()));
    }
    return print(page.toString());
  }

  private Status completion(List<String> words) throws IOException {
    Completion completion = new Completion(Texts.in(language), advice);
    Optional<String> script = words.size() == 1 ? completion.of(words.get(0)) : Optional.empty();
    return print(
        script.orElseThrow(() -> new WrongLineException(Msg.Cli.noShell(Completion.SHELLS))));
  }

  private Status ask(CommandLine line) throws IOException {
    CommandQuestion question = QuestionReader.read(line, advice, around, language);
    language = language(question.arguments().get(Parameters.LANG.name()).stream().findFirst());
    line.requireUseOfAll(question.command());
    Responder advisor =
        line.value(CommandOption.URL)
            .<Responder>map(DeployedAdvisor::at)
            .orElseGet(advice::advisor);
    try {
      return new Reply(line, question, advisor, output()).tell();
    } catch (Reply.UnreachableException e) {
      Page page = output().aside();
      page.text(
          Msg.Cli.unreachable(
              String.valueOf(e.getMessage()), line.value(CommandOption.URL).orElse("")));
      output().tell(page);
      return Status.NOT_ANSWERED;
    }
  }

  private Status print(String text) throws IOException {
    output().print(text);
    return Status.ANSWERED;
  }
}
