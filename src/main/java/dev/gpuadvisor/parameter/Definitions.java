package dev.gpuadvisor.parameter;

import java.util.ArrayList;
import java.util.List;

/** Parameters that are defined together, in their order: each is noted as it is defined. */
final class Definitions {

  private final List<Parameter<?>> all = new ArrayList<>();

  <T> Parameter<T> add(Parameter<T> parameter) {
    all.add(parameter);
    return parameter;
  }

  List<Parameter<?>> all() {
    return List.copyOf(all);
  }
}
