package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one request, understood. Faults are collected, not thrown one by one, so that a
 * caller learns of all of them at once: {@link #requireValid} ends with the whole list.
 */
public final class Inputs {

  /** Each costs a search for what was meant, and a part of the answer. */
  private static final int MAX_UNKNOWN = 20;

  private final Map<String, List<Object>> values = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Arguments arguments;

  private Inputs(Arguments arguments) {
    this.arguments = arguments;
  }

  /** Reads what the parameters know; what they do not know is a fault, since a typo is no wish. */
  public static Inputs read(Arguments arguments, List<Parameter<?>> parameters) {
    Inputs inputs = new Inputs(arguments);
    inputs.faults.addAll(arguments.faults());
    parameters.forEach(inputs::read);
    List<String> unknown = new ArrayList<>(arguments.names());
    parameters.forEach(parameter -> unknown.remove(parameter.name()));
    unknown.stream()
        .limit(MAX_UNKNOWN)
        .forEach(name -> inputs.faults.add(unknown(name, parameters)));
    return inputs;
  }

  /** The language asked for, as far as it can be told when other things are wrong. */
  public static Language language(Arguments arguments) {
    Inputs inputs = new Inputs(arguments);
    inputs.read(Parameters.LANG);
    return inputs.one(Parameters.LANG).orElse(Language.EN);
  }

  /** The value, unless it is not given or faulty. */
  @SuppressWarnings("unchecked") // values are stored by the parameter that parsed them
  public <T> Optional<T> one(Parameter<T> parameter) {
    return (Optional<T>) values.getOrDefault(parameter.name(), List.of()).stream().findFirst();
  }

  /** All values, without the faulty ones. */
  @SuppressWarnings("unchecked") // as above
  public <T> List<T> all(Parameter<T> parameter) {
    return (List<T>) values.getOrDefault(parameter.name(), List.of());
  }

  /** Whether the caller gave it at all, well or badly. */
  public boolean isGiven(Parameter<?> parameter) {
    return arguments.isGiven(parameter.name());
  }

  /** What the caller wrote. */
  public String text(Parameter<?> parameter) {
    return String.join(",", arguments.get(parameter.name()));
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
  public void requireValid() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid(faults));
    }
  }

  private <T> void read(Parameter<T> parameter) {
    List<String> texts = arguments.get(parameter.name());
    if (texts.isEmpty()) {
      if (!isGiven(parameter) && (parameter.required() || lacksSubstitute(parameter))) {
        fault(parameter, Msg.Fault.missing());
      }
    } else if (parameter.repeatable()) {
      readAll(parameter, texts);
    } else if (texts.size() > 1) {
      fault(parameter, Msg.Fault.givenTwice(texts.size()));
    } else {
      texts.forEach(text -> read(parameter, text.strip()));
    }
  }

  private boolean lacksSubstitute(Parameter<?> parameter) {
    return !parameter.substitutes().isEmpty()
        && parameter.substitutes().stream().noneMatch(arguments::isGiven);
  }

  private <T> void readAll(Parameter<T> parameter, List<String> texts) {
    List<String> parts =
        texts.stream().flatMap(text -> Arrays.stream(text.split(",", Arguments.MOST + 1))).toList();
    if (parts.size() > Arguments.MOST) {
      fault(parameter, Msg.Fault.tooManyValues(Arguments.MOST));
      return;
    }
    parts.forEach(part -> read(parameter, part.strip()));
  }

  private <T> void read(Parameter<T> parameter, String text) {
    Parsed<T> parsed = parameter.type().parse(text);
    if (parsed instanceof Parsed.Value<T> value) {
      values.computeIfAbsent(parameter.name(), unknown -> new ArrayList<>()).add(value.value());
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

  private static Fault unknown(String name, List<Parameter<?>> parameters) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    return new Fault(name, "", Msg.Fault.unknownParameter(), known, NameIndex.meant(name, known));
  }
}
