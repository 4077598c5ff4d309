package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one request, understood. Faults are collected, not thrown one by one, so that a
 * caller learns of all of them at once: {@link #requireValid} ends with the whole list.
 */
public final class Inputs {

  private static final String TASK = "task";
  private static final String INFERENCE = "inference";
  private static final EnumType<Language> LANGUAGES = EnumType.of(Language.values());

  private final Map<String, List<Object>> values = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<ReadAs> readAs = new ArrayList<>();

  /** What names say of other parameters: a file's of its format, {@code 2x3090} of the number. */
  private final Map<String, String> implied = new HashMap<>();

  private Optional<Exchange> exchange = Optional.empty();
  private final Arguments arguments;
  private final List<Parameter<?>> parameters;
  private final List<Parameter<?>> given;
  private Vocabulary vocabulary;

  private Inputs(Arguments arguments, List<Parameter<?>> parameters, Vocabulary vocabulary) {
    this.arguments = arguments;
    this.parameters = parameters;
    this.vocabulary = vocabulary;
    this.given = arguments.givenOf(parameters);
  }

  /** Reads what the parameters know; an unknown name is a fault: a typo must not be ignored. */
  static Inputs read(Arguments arguments, List<Parameter<?>> parameters, Vocabulary vocabulary) {
    Inputs inputs = new Inputs(arguments, parameters, vocabulary);
    inputs.faults.addAll(arguments.faults());
    inputs.setScene();
    for (Parameter<?> parameter : parameters) {
      if (!Scene.isFirst(parameter)) {
        inputs.read(parameter);
      }
    }
    parameters.forEach(inputs::readImplied);
    inputs.faults.addAll(UnknownNames.faults(arguments, parameters));
    return inputs;
  }

  private void setScene() {
    exchange = Scene.exchange(this);
    exchange.ifPresent(rate -> vocabulary = vocabulary.with(rate));
    List<Offer> own = Scene.own(this);
    vocabulary = own.isEmpty() ? vocabulary : vocabulary.with(own);
  }

  boolean isAsked(Parameter<?> parameter) {
    return given.contains(parameter);
  }

  /** What another currency is worth, where the caller asks for one. */
  public Optional<Exchange> exchange() {
    return exchange;
  }

  /** The language asked for, as far as it can be told when other things are wrong. */
  public static Language language(Arguments arguments) {
    List<String> texts = arguments.get(Parameters.LANG.name());
    return texts.size() == 1
        ? LANGUAGES.meaning(texts.get(0).strip()).orElse(Language.EN)
        : Language.EN;
  }

  public Catalog catalog() {
    return vocabulary.catalog();
  }

  public Lexicon lexicon() {
    return vocabulary.lexicon();
  }

  /** The value, unless it is not given or faulty. */
  public <T> Optional<T> one(Parameter<T> parameter) {
    List<T> all = all(parameter);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** All values, without the faulty ones. */
  @SuppressWarnings("unchecked") // values are stored by the parameter that parsed them
  public <T> List<T> all(Parameter<T> parameter) {
    return (List<T>) values.getOrDefault(parameter.name(), List.of());
  }

  /**
   * The value, or the default where it is not given or faulty.
   *
   * @throws java.util.NoSuchElementException where it has none
   */
  public <T> T value(Parameter<T> parameter) {
    return one(parameter).orElseGet(() -> parameter.defaultValue(vocabulary));
  }

  /** Whether the caller gave it at all, well or badly. */
  public boolean isGiven(Parameter<?> parameter) {
    return arguments.isGiven(parameter.name()) || implied.containsKey(parameter.name());
  }

  /** Whether what the caller gave is no value. */
  public boolean isFaulty(Parameter<?> parameter) {
    return isGiven(parameter) && one(parameter).isEmpty();
  }

  boolean hasFaults(Parameter<?> parameter) {
    return faults.stream().anyMatch(fault -> fault.isOf(parameter.name()));
  }

  /** Those that the caller gave, well or badly. */
  public List<Parameter<?>> given() {
    return given;
  }

  /** How things were understood that are not written as the API writes them. */
  public List<ReadAs> readAs() {
    return List.copyOf(readAs);
  }

  /** What the caller wrote. */
  public String text(Parameter<?> parameter) {
    return implied.containsKey(parameter.name())
        ? implied.get(parameter.name())
        : String.join(parameter.type().divider(), arguments.get(parameter.name()));
  }

  public void fault(Parameter<?> parameter, Message detail) {
    faults.add(Fault.of(parameter.name(), text(parameter), detail));
  }

  public void fault(Fault fault) {
    faults.add(fault);
  }

  /**
   * @throws ProblemException with every fault found so far, where there is one
   */
  void requireValid() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid(faults));
    }
  }

  <T> void read(Parameter<T> parameter) {
    List<String> texts = arguments.get(parameter.name());
    List<Optional<ConfigFields>> objects = arguments.objects(parameter.name());
    int times = texts.size() + objects.size();
    if (times == 0) {
      if ((parameter.required() || lacksSubstitute(parameter)) && !isGiven(parameter)) {
        fault(parameter, Msg.Fault.missing());
      }
    } else if (times > 1 && !parameter.repeatable()) {
      fault(parameter, Msg.Fault.givenTwice(times));
    } else {
      for (int i = 0; i < objects.size(); i++) {
        Optional<ConfigFields> object = objects.get(i);
        String text = object.map(parameter.type()::written).orElse("");
        note(parameter, text, i, parameter.type().parseObject(object, vocabulary));
      }
      readAll(parameter, texts, objects.size());
    }
  }

  private boolean lacksSubstitute(Parameter<?> parameter) {
    return parameter.substitutes().isPresent()
        && given().stream().noneMatch(other -> other.group() == parameter.substitutes().get());
  }

  private <T> void readAll(Parameter<T> parameter, List<String> texts, int read) {
    List<String> parts =
        parameter.repeatable()
            ? texts.stream().flatMap(text -> parameter.type().parts(text).stream()).toList()
            : texts;
    if (parts.size() > Arguments.MOST) {
      fault(parameter, Msg.Fault.tooManyValues(Arguments.MOST));
      return;
    }
    int index = read;
    for (String part : parts) {
      String text = parameter.type().takesAnything() ? part : part.strip();
      Parsed<T> parsed = parameter.type().parse(text, vocabulary);
      note(parameter, text, index++, text.isEmpty() ? parsed.ofNothing() : parsed);
    }
  }

  private <T> void note(Parameter<T> parameter, String text, int index, Parsed<T> parsed) {
    if (parsed instanceof Parsed.Value<T> value) {
      values.computeIfAbsent(parameter.name(), unknown -> new ArrayList<>()).add(value.value());
      if (!value.meant().isEmpty()) {
        readAs.add(arguments.reading(parameter, text, value));
      }
      value.implied().forEach(implied::putIfAbsent);
      return;
    }
    if (parsed instanceof Parsed.Faulty<T> faulty) {
      String path = parameter.name() + "[" + index + "].";
      faulty.faults().forEach(fault -> faults.add(fault.within(path)));
      return;
    }
    Parsed.Refused<T> refused = (Parsed.Refused<T>) parsed;
    Fault fault =
        new Fault(parameter.name(), text, refused.detail(), refused.allowed(), refused.nearest());
    if (parameter.inPath()) {
      throw new ProblemException(Problem.notFound(fault));
    }
    faults.add(fault);
  }

  /** What other names said of it; what the caller says of it himself goes before. */
  private void readImplied(Parameter<?> parameter) {
    if (!implied.containsKey(parameter.name())) {
      return;
    }
    boolean tuned =
        !parameter.group().isOfAnyTask()
            && arguments.get(TASK).stream().anyMatch(task -> !task.equals(INFERENCE));
    if (tuned || arguments.isGiven(parameter.name())) {
      implied.remove(parameter.name());
    } else {
      readAll(parameter, List.of(implied.get(parameter.name())), 0);
    }
  }
}
