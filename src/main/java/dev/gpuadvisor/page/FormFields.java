package dev.gpuadvisor.page;

import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.Place;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.ValueType.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which controls the form has: the parameters' own definitions say where each stands. */
record FormFields(Fields fields, Typed typed) {

  /** The requests that are to be answered, and what else could answer them. */
  private static final Set<Group> TRAFFIC = Set.of(Group.LOAD, Group.INSTEAD);

  /** What most questions need. */
  List<Field> first() {
    return fields(parameter -> parameter.place() == Place.FIRST);
  }

  List<Field> traffic() {
    return unfolded(parameter -> TRAFFIC.contains(parameter.group()));
  }

  /** The rest. */
  List<Field> more() {
    return unfolded(parameter -> !TRAFFIC.contains(parameter.group()));
  }

  /** With what the query had besides: a form that drops it would ask something else. */
  private List<Field> unfolded(Predicate<Parameter<?>> which) {
    List<Field> more =
        new ArrayList<>(fields(which.and(parameter -> parameter.place() == Place.MORE)));
    for (Parameter<?> parameter : typed.parameters()) {
      boolean given = typed.has(parameter) || !fields.faults().of(parameter).isEmpty();
      if (given && parameter.place() == Place.IF_GIVEN && which.test(parameter)) {
        more.add(fields.of(parameter));
      }
    }
    return more;
  }

  private List<Field> fields(Predicate<Parameter<?>> which) {
    List<Field> shown = new ArrayList<>();
    for (Parameter<?> parameter : typed.parameters()) {
      if (which.test(parameter)) {
        shown.add(field(parameter));
      }
    }
    return shown;
  }

  private Field field(Parameter<?> parameter) {
    return parameter.equals(Parameters.QUANTIZATIONS) ? bits() : fields.of(parameter);
  }

  /** Exact formats, for those who do not leave that to the runtime. */
  Field formats() {
    List<String> bits = families();
    return fields.boxes(
        Parameters.QUANTIZATIONS,
        names().stream().filter(value -> !bits.contains(value)).toList(),
        List.of());
  }

  /** Shows the default families as ticked until the visitor chooses. */
  private Field bits() {
    boolean untouched = typed.asksNothing();
    String usual = Parameters.QUANTIZATIONS.defaultText(fields.vocabulary()).orElseThrow();
    List<String> shown = new ArrayList<>(families());
    typed.values(Parameters.QUANTIZATIONS).stream()
        .filter(value -> !value.isEmpty() && !Fields.isAmong(value, names()))
        .distinct()
        .forEach(shown::add);
    return fields.boxes(
        Parameters.QUANTIZATIONS, shown, untouched ? List.of(usual.split(",")) : List.of());
  }

  private List<String> families() {
    return QuantizationName.Type.families(fields.vocabulary());
  }

  private List<String> names() {
    return ((Shape.Choice) Parameters.QUANTIZATIONS.type().shape(fields.vocabulary())).values();
  }
}
