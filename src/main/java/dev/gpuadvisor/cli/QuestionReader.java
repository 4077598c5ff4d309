package dev.gpuadvisor.cli;

import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.line.Verb;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * From a line to what it asks: flags are parameters as they are, words are read as Slack reads
 * them, and both go together.
 */
final class QuestionReader {

  private static final Set<String> ON = Set.of("on", "sur");

  private final CommandLine line;
  private final Advice advice;
  private final Surroundings around;
  private final Documents documents;
  private final Language byDefault;
  private final Vocabulary vocabulary;
  private final Arguments given = new Arguments();
  private final Set<String> asDocuments = new HashSet<>();
  private final List<Doubt> remarks = new ArrayList<>();
  private final List<String> words;
  private Language language;
  private Command command;
  private Operation<?> operation;

  private QuestionReader(CommandLine line, Advice advice, Surroundings around, Language byDefault) {
    this.line = line;
    this.advice = advice;
    this.around = around;
    this.documents = new Documents(around, advice.flags());
    this.byDefault = byDefault;
    this.language = byDefault;
    this.vocabulary = advice.vocabulary(byDefault);
    this.words = new ArrayList<>(line.words());
    this.command =
        line.command().orElseGet(() -> verb().map(Command::of).orElse(Command.RECOMMEND));
    takeId();
    this.operation = advice.operation(command, isOfOne());
  }

  /**
   * @param byDefault the language of a line that names none
   * @throws WrongLineException where it is none
   */
  static CommandQuestion read(
      CommandLine line, Advice advice, Surroundings around, Language byDefault) {
    return new QuestionReader(line, advice, around, byDefault).read();
  }

  private Optional<Verb> verb() {
    return Verb.of(new ArrayList<>(words));
  }

  private CommandQuestion read() {
    line.flags().forEach(flag -> take(flag.name(), flag.value()));
    if (command == Command.LOGS) {
      given.add(LookupParameters.LOG.name(), documents.log(words));
      words.clear();
    }
    takeSettings();
    takeCard();
    if (line.has(CommandOption.HERE)) {
      new Here(command, given, asDocuments, remarks).add(OwnCards.of(around, vocabulary));
    }
    if (!words.isEmpty()) {
      takeWords();
    }
    if (language != Language.EN && given.get(Parameters.LANG.name()).isEmpty()) {
      given.add(Parameters.LANG.name(), language.code());
    }
    return new CommandQuestion(command, operation, given, Set.copyOf(asDocuments), remarks);
  }

  /** {@code offers AMPERE_24}: one of them, by its own name. */
  private void takeId() {
    boolean isOffer =
        command == Command.OFFERS
            && words.size() == 1
            && advice.questions().catalog().offers().find(words.get(0)).isPresent();
    if (isOffer) {
      given.add(LookupParameters.OFFER_ID.name(), words.remove(0));
    }
  }

  private boolean isOfOne() {
    String id = LookupParameters.OFFER_ID.name();
    boolean history = verb().filter(Verb.HISTORY::equals).isPresent();
    return history || !given.get(id).isEmpty() || line.value(id).isPresent();
  }

  /** What has no such parameter is refused by the API, which says what was meant. */
  private void take(String name, String value) {
    List<Parameter<?>> meant = ParameterFlags.named(name, operation.parameters());
    if (meant.isEmpty()) {
      given.add(name, value);
    } else if (meant.size() == 1) {
      String text = documents.value(meant.get(0), value);
      if (advice.flags().takesDocument(meant.get(0)) && Documents.isJson(text)) {
        asDocuments.add(meant.get(0).name());
      }
      given.add(meant.get(0).name(), text);
    } else {
      takeOneOf(meant, name, value);
    }
  }

  /** The unit tells which of them is meant: {@code 3/h}, {@code 500/mo}. */
  private void takeOneOf(List<Parameter<?>> several, String name, String value) {
    List<Parameter<?>> reading = new ArrayList<>();
    for (Parameter<?> each : several) {
      if (each.type().parse(value, vocabulary.ofAnyMoney()) instanceof Parsed.Value) {
        reading.add(each);
      }
    }
    if (reading.size() > 1) {
      throw new WrongLineException(
          Msg.Cli.whichOf(ParameterFlags.of(name), value),
          several.stream().map(ParameterFlags::of).toList());
    }
    given.add((reading.isEmpty() ? several : reading).get(0).name(), value);
  }

  /** {@code card=L4}: what of the operation's own parameters the words of Slack do not know. */
  private void takeSettings() {
    List<Parameter<?>> typed = command.verb().parameters(advice.questions());
    words.removeIf(
        word -> {
          int equals = word.indexOf('=');
          String name = equals < 0 ? "" : ParameterFlags.name(word.substring(0, equals));
          boolean own =
              equals > 0
                  && equals < word.length() - 1
                  && (isNamed(name, operation.parameters()) && !isNamed(name, typed)
                      || ParameterFlags.named(name, typed).isEmpty()
                          && !ParameterFlags.named(name, operation.parameters()).isEmpty());
          if (own) {
            take(name, word.substring(equals + 1));
          }
          return own;
        });
  }

  private static boolean isNamed(String name, List<Parameter<?>> among) {
    return among.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  /** {@code on 2x RTX 3090}, at the end of what is estimated. */
  private void takeCard() {
    for (int at = 0; command == Command.ESTIMATE && at < words.size() - 1; at++) {
      if (ON.contains(words.get(at).toLowerCase(Locale.ROOT))) {
        List<String> card = words.subList(at, words.size());
        given.add(LookupParameters.CARD.name(), String.join(" ", card.subList(1, card.size())));
        card.clear();
      }
    }
  }

  private void takeWords() {
    boolean named = verb().map(verb -> Command.of(verb).verb() == command.verb()).orElse(false);
    String start = named ? "" : command.verb().shown() + " ";
    Request request =
        LineReader.read(start + String.join(" ", words), byDefault, advice.questions(), given);
    if (!request.doubts().isEmpty()) {
      throw new WrongLineException(request.doubts());
    }
    remarks.addAll(request.remarks());
    if (command == Command.RECOMMEND) { // its words may ask something else: whether a card will do
      command = Command.of(request.verb());
      operation = advice.operation(command, isOfOne());
    }
    language = request.language();
  }
}
