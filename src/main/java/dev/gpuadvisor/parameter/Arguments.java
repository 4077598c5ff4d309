package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.ReadAs;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a caller gave, by name, in the order given; not yet understood. */
public final class Arguments {

  /** Upper bound on parameters, so that an error that lists every fault stays small. */
  static final int MOST = 100;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, List<Optional<ConfigFields>>> objects = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private int size;

  /**
   * @throws ProblemException where there are too many to be a question
   */
  public Arguments add(String name, String value) {
    named(name).add(value);
    return this;
  }

  /**
   * An object by its fields.
   *
   * @param object empty where it has more than any that is read here
   */
  public void addObject(String name, Optional<ConfigFields> object) {
    named(name);
    objects.computeIfAbsent(name, unknown -> new ArrayList<>()).add(object);
  }

  List<Optional<ConfigFields>> objects(String name) {
    return objects.getOrDefault(name, List.of());
  }

  /** Given without a value, as an empty array is. */
  public void addNothing(String name) {
    named(name);
  }

  /** Given, but as something that no parameter can be. */
  public void addFaulty(Fault fault) {
    if (!fault.parameter().isEmpty()) {
      named(fault.parameter());
    }
    faults.add(fault);
  }

  /**
   * The same without what is blank, as far as it is named here: a browser sends every field of a
   * form, also those that nobody filled in.
   */
  public Arguments withoutBlanks(List<Parameter<?>> parameters) {
    Arguments filled = new Arguments();
    filled.size = size;
    filled.faults.addAll(faults);
    List<String> optional = parameters.stream().map(Parameter::name).toList();
    values.forEach(
        (name, texts) -> {
          boolean mayBeBlank = optional.contains(name);
          List<String> kept =
              texts.stream().filter(text -> !mayBeBlank || !text.isBlank()).toList();
          if (!mayBeBlank || !kept.isEmpty()) {
            filled.values.put(name, new ArrayList<>(kept));
          }
        });
    return filled;
  }

  /** The same without what goes by certain names. */
  public Arguments without(Predicate<String> names) {
    Arguments fewer = new Arguments();
    fewer.size = size;
    faults.stream().filter(fault -> !names.test(fault.parameter())).forEach(fewer.faults::add);
    values.forEach(
        (name, texts) -> {
          if (!names.test(name)) {
            fewer.values.put(name, texts);
          }
        });
    return fewer;
  }

  public Set<String> names() {
    return values.keySet();
  }

  /**
   * For callers that read a text without parameters.
   *
   * @throws ProblemException where the text could not be decoded
   */
  public void requireDecoded() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid(faults));
    }
  }

  List<Fault> faults() {
    return faults;
  }

  /** Whether it was given at all, well or badly. */
  boolean isGiven(String name) {
    List<String> texts = values.get(name);
    return texts != null && !texts.isEmpty()
        || !objects.isEmpty() && objects.containsKey(name)
        || !faults.isEmpty() && isFaulty(name);
  }

  /** Those of them that were given at all, in their order. */
  List<Parameter<?>> givenOf(List<Parameter<?>> parameters) {
    List<Parameter<?>> given = new ArrayList<>();
    for (Parameter<?> parameter : parameters) {
      if (isGiven(parameter.name())) {
        given.add(parameter);
      }
    }
    return List.copyOf(given);
  }

  private boolean isFaulty(String name) {
    for (Fault fault : faults) {
      if (fault.parameter().equals(name)) {
        return true;
      }
    }
    return false;
  }

  public List<String> get(String name) {
    return values.getOrDefault(name, List.of());
  }

  private List<String> named(String name) {
    size++;
    if (size > MOST) {
      Message detail = Msg.Problem.tooManyParameters(MOST);
      throw new ProblemException(Problem.of(400, "invalid-parameters", detail));
    }
    return values.computeIfAbsent(name, unknown -> new ArrayList<>());
  }

  /** How a value was understood, without what the caller himself says otherwise. */
  ReadAs reading(Parameter<?> parameter, String text, Parsed.Value<?> value) {
    String meant = value.meant();
    for (Map.Entry<String, String> each : value.implied().entrySet()) {
      String said = each.getValue();
      if (isGiven(each.getKey()) && !get(each.getKey()).contains(said)) {
        meant = meant.replace(", " + said, "");
      }
    }
    Optional<Message> note =
        meant.equals(value.meant()) || value.note().isEmpty()
            ? value.note()
            : Optional.of(Msg.ReadAs.storedIn(meant, text));
    return new ReadAs(parameter.name(), Fault.shown(text), meant, note);
  }
}
