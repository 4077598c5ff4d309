package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** Names that no parameter has: a typo must not be ignored. */
final class UnknownNames {

  /** Each costs a search for what was meant, and a part of the answer. */
  private static final int MOST = 20;

  private UnknownNames() {}

  static List<Fault> faults(Arguments arguments, List<Parameter<?>> parameters) {
    List<String> unknown = new ArrayList<>(arguments.names());
    parameters.forEach(parameter -> unknown.remove(parameter.name()));
    if (unknown.isEmpty()) {
      return List.of();
    }
    List<String> known = parameters.stream().map(Parameter::name).toList();
    return unknown.stream().limit(MOST).map(name -> fault(name, known)).toList();
  }

  private static Fault fault(String name, List<String> known) {
    List<String> meant = OtherNames.meant(name, known);
    return new Fault(
        name,
        "",
        Msg.Fault.unknownParameter(),
        known,
        meant.isEmpty() ? NameIndex.meant(name, known) : meant);
  }
}
