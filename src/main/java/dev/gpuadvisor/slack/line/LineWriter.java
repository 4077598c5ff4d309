package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a request as a line that reads back as the same request: to copy it, to ask it again, and
 * to carry it in a button, which is all that is remembered of a message.
 */
public final class LineWriter {

  /** Slack takes 255 characters of state. */
  public static final int LONGEST = 200;

  /** What Slack hands back as entities, or could read as markup, a mention or a link. */
  private static final Pattern UNSAFE =
      Pattern.compile("[&<>`\"*~|\\p{Cntrl}]|://|@(?![0-9$])|:[a-z_-]+:");

  private final Request request;
  private final Settings settings;
  private final List<String> words = new ArrayList<>();

  private LineWriter(Request request, Settings settings) {
    this.request = request;
    this.settings = settings;
  }

  /**
   * Empty where no line says the same, or none that is short and plain enough.
   *
   * @param byDefault the language of a line that names none
   */
  public static Optional<String> write(Request request, Questions questions, Language byDefault) {
    Settings settings = Settings.of(request.verb(), questions, request.language());
    LineWriter writer = new LineWriter(request, settings);
    writer.write(byDefault);
    String line = String.join(" ", writer.words);
    return line.length() <= LONGEST
            && !UNSAFE.matcher(line).find()
            && says(line, request, questions, byDefault)
        ? Optional.of(line)
        : Optional.empty();
  }

  private static boolean says(
      String line, Request request, Questions questions, Language byDefault) {
    Request read = LineReader.read(line, byDefault, questions);
    return read.doubts().isEmpty()
        && read.verb() == request.verb()
        && read.language() == request.language()
        && same(read.arguments(), request.arguments());
  }

  private static boolean same(Arguments one, Arguments other) {
    return one.names().equals(other.names())
        && one.names().stream().allMatch(name -> one.get(name).equals(other.get(name)));
  }

  private void write(Language byDefault) {
    if (request.verb() != Verb.RECOMMEND) {
      words.add(request.verb().shown());
    }
    List<String> offers = all(LookupParameters.OFFERS);
    words.addAll(offers);
    if (!offers.isEmpty()) {
      words.add("for");
    }
    words.addAll(all(Parameters.MODEL));
    words.addAll(all(LookupParameters.SEARCH));
    words.addAll(all(LookupParameters.OFFER_ID));
    settings.parameters().stream()
        .filter(Parameter::isBareWord)
        .forEach(parameter -> words.addAll(all(parameter)));
    writeCurrent();
    settings.parameters().stream().filter(this::isNamed).forEach(this::writeNamed);
    if (request.language() != byDefault) {
      words.add(request.language().name().toLowerCase(Locale.ROOT));
    }
  }

  /** A price alone goes by its name: a number behind "vs" could be a card's. */
  private void writeCurrent() {
    String name = String.join(" ", all(RentingParameters.CURRENT));
    String price = String.join(" ", all(RentingParameters.CURRENT_PRICE_PER_HOUR));
    if (!name.isEmpty()) {
      words.add("vs");
      words.add(name + (price.isEmpty() ? "" : "@" + price));
    } else if (!price.isEmpty()) {
      words.add(RentingParameters.CURRENT_PRICE_PER_HOUR.name() + "=" + price);
    }
  }

  private boolean isNamed(Parameter<?> parameter) {
    return !parameter.isBareWord()
        && !Set.of(
                Parameters.MODEL,
                Parameters.LANG,
                LookupParameters.OFFERS,
                LookupParameters.SEARCH,
                LookupParameters.OFFER_ID,
                RentingParameters.CURRENT,
                RentingParameters.CURRENT_PRICE_PER_HOUR)
            .contains(parameter);
  }

  private void writeNamed(Parameter<?> parameter) {
    for (String value : all(parameter)) {
      words.add(nameFor(parameter, value) + "=" + value);
    }
  }

  /** The short name, unless it could mean another parameter with this value. */
  private String nameFor(Parameter<?> parameter, String value) {
    String shown = parameter.shownInSlack();
    long meant =
        settings.named(shown).stream().filter(other -> settings.reads(other, value)).count();
    return meant == 1 ? shown : parameter.name();
  }

  private List<String> all(Parameter<?> parameter) {
    return request.arguments().get(parameter.name());
  }
}
