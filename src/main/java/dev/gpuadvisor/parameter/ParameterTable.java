package dev.gpuadvisor.parameter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All parameters, in the order in which they are shown. */
public final class ParameterTable {

  private static final ParameterTable STANDARD =
      new ParameterTable(
          Stream.of(
                  Parameters.DEFINED.all(),
                  ServingParameters.DEFINED.all(),
                  TuningParameters.DEFINED.all(),
                  ModelDescriptionParameters.DEFINED.all(),
                  RentingParameters.DEFINED.all(),
                  PriceParameters.DEFINED.all(),
                  LoadParameters.DEFINED.all(),
                  InsteadParameters.DEFINED.all(),
                  LookupParameters.DEFINED.all())
              .flatMap(List::stream)
              .toList());

  private final List<Parameter<?>> all;
  private final Map<Group, List<Parameter<?>>> members = new EnumMap<>(Group.class);

  public ParameterTable(List<Parameter<?>> all) {
    this.all = List.copyOf(all);
    for (Group group : Group.values()) {
      members.put(group, new ArrayList<>());
    }
    all.forEach(parameter -> members.get(parameter.group()).add(parameter));
  }

  /** Those of this product. */
  public static ParameterTable standard() {
    return STANDARD;
  }

  public List<Parameter<?>> all() {
    return all;
  }

  /** Those of some groups, group by group. */
  public List<Parameter<?>> of(Group... groups) {
    List<Parameter<?>> together = new ArrayList<>();
    for (Group group : groups) {
      together.addAll(members.get(group));
    }
    return List.copyOf(together);
  }
}
