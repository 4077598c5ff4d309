package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.Uncovered;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.ModelDescriptionParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.UncoveredText;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.ConfigModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The model that is asked about: of the catalogue, or described by the caller in one of two ways.
 */
record ModelInput(Inputs inputs) {

  private static final List<Parameter<?>> SIZES =
      Stream.concat(
              Stream.of(ModelDescriptionParameters.PARAMETERS),
              ModelDescriptionParameters.SHAPE.stream())
          .toList();

  /** Empty where it is faulty. */
  Optional<Model> model() {
    boolean named = inputs.isGiven(Parameters.MODEL);
    boolean configured = inputs.isGiven(ModelDescriptionParameters.CONFIG);
    List<Parameter<?>> sizes = SIZES.stream().filter(inputs::isGiven).toList();
    if (named && configured) {
      refuse(ModelDescriptionParameters.CONFIG, Parameters.MODEL);
    }
    if (!configured && inputs.isGiven(ModelDescriptionParameters.HF_QUANT_CONFIG)) {
      inputs.fault(ModelDescriptionParameters.HF_QUANT_CONFIG, Msg.Fault.quantizationOfWhat());
    }
    if (named || configured) {
      Parameter<?> first = named ? Parameters.MODEL : ModelDescriptionParameters.CONFIG;
      sizes.forEach(size -> refuse(size, first));
      return named
          ? inputs.one(Parameters.MODEL)
          : inputs.one(ModelDescriptionParameters.CONFIG).flatMap(this::configured);
    }
    return sizes.isEmpty() ? Optional.empty() : new ShapeInput(inputs).model();
  }

  private Optional<Model> configured(ConfigFields fields) {
    ConfigModel.Read read =
        ConfigModel.read(fields, inputs.one(ModelDescriptionParameters.HF_QUANT_CONFIG));
    Optional<Uncovered> kind =
        fields.isOfDiffusers() || read.model().isEmpty() ? uncovered(fields) : Optional.empty();
    if (kind.isPresent()) {
      inputs.fault(ModelDescriptionParameters.CONFIG, said(kind.get()));
      return Optional.empty();
    }
    read.faults().forEach(inputs::fault);
    return read.model();
  }

  /** Whoever posted a configuration need not be told to post it. */
  private static Message said(Uncovered kind) {
    return switch (kind) {
      case EMBEDDING_MODEL, RERANKER -> Msg.Fault.configEncoder();
      default -> UncoveredText.of(kind);
    };
  }

  /** What is no language model lacks more fields than a list of them could say. */
  private Optional<Uncovered> uncovered(ConfigFields fields) {
    Optional<Uncovered> kind = inputs.lexicon().uncoveredModel(fields.named().strip());
    return fields.isOfDiffusers() ? kind.or(() -> Optional.of(ofDiffusers(fields))) : kind;
  }

  /** Its classes say so of what makes pictures that move: {@code WanTransformer3DModel}. */
  private static Uncovered ofDiffusers(ConfigFields fields) {
    return fields.named().contains("3D") ? Uncovered.VIDEO_MODEL : Uncovered.IMAGE_MODEL;
  }

  private void refuse(Parameter<?> parameter, Parameter<?> first) {
    inputs.fault(parameter, Msg.Fault.twoModels(first.name()));
  }
}
