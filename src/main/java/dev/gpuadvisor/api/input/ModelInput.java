package dev.gpuadvisor.api.input;

import dev.gpuadvisor.api.config.ConfigFields;
import dev.gpuadvisor.api.config.ConfigModel;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The model that is asked about: of the catalogue, or described by the caller in one of two ways.
 */
record ModelInput(Inputs inputs) {

  private static final List<Parameter<?>> SIZES =
      Stream.concat(Stream.of(ModelParameters.PARAMETERS), ModelParameters.SHAPE.stream()).toList();

  /** Empty where it is faulty. */
  Optional<Model> model() {
    boolean named = inputs.isGiven(Parameters.MODEL);
    boolean configured = inputs.isGiven(ModelParameters.CONFIG);
    List<Parameter<?>> sizes = SIZES.stream().filter(inputs::isGiven).toList();
    if (named && configured) {
      refuse(ModelParameters.CONFIG, Parameters.MODEL);
    }
    if (named || configured) {
      Parameter<?> first = named ? Parameters.MODEL : ModelParameters.CONFIG;
      sizes.forEach(size -> refuse(size, first));
      return named
          ? inputs.one(Parameters.MODEL)
          : inputs.one(ModelParameters.CONFIG).flatMap(this::configured);
    }
    return sizes.isEmpty() ? Optional.empty() : new ShapeInput(inputs).model();
  }

  private Optional<Model> configured(ConfigFields fields) {
    ConfigModel.Read read = ConfigModel.read(fields);
    read.faults().forEach(inputs::fault);
    return read.model();
  }

  private void refuse(Parameter<?> parameter, Parameter<?> first) {
    inputs.fault(parameter, Message.of("fault.two_models").word("other", first.name()));
  }
}
