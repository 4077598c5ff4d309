package dev.gpuadvisor.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All parameters, in the order in which they are shown. */
public record ParameterTable(List<Parameter<?>> all) {

  /** Those of this product. */
  public static ParameterTable standard() {
    return new ParameterTable(
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
  }

  /** Those of some groups, group by group. */
  public List<Parameter<?>> of(Group... groups) {
    return Stream.of(groups).flatMap(group -> in(group).stream()).toList();
  }

  private List<Parameter<?>> in(Group group) {
    List<Parameter<?>> members = new ArrayList<>();
    all.stream().filter(parameter -> parameter.group() == group).forEach(members::add);
    return members;
  }
}
