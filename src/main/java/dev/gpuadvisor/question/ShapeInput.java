package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.ModelDescriptionParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ArchitectureExtras;
import dev.gpuadvisor.unlisted.ConfigModel;
import dev.gpuadvisor.unlisted.Excess;
import dev.gpuadvisor.unlisted.TypicalShape;
import dev.gpuadvisor.unlisted.UnlistedModel;
import dev.gpuadvisor.unlisted.WeightCount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dense model from its sizes: all of them, or its number of parameters and those that are known;
 * the others are then what models of that size typically have.
 */
record ShapeInput(Inputs inputs) {

  /** Sizes that are not given may make so many times the parameters, or the inverse. */
  private static final double MOST_OFF = 1.5;

  /** Without these and the parameters nothing can be said. */
  private static final List<Parameter<Integer>> NEEDED =
      List.of(
          ModelDescriptionParameters.LAYERS,
          ModelDescriptionParameters.HIDDEN_SIZE,
          ModelDescriptionParameters.HEADS,
          ModelDescriptionParameters.FEED_FORWARD_SIZE,
          ModelDescriptionParameters.VOCABULARY);

  Optional<Model> model() {
    boolean faulty =
        Stream.concat(
                Stream.of(ModelDescriptionParameters.PARAMETERS),
                ModelDescriptionParameters.SHAPE.stream())
            .anyMatch(inputs::isFaulty);
    if (faulty) {
      return Optional.empty();
    }
    Optional<Model> model =
        inputs
            .one(ModelDescriptionParameters.PARAMETERS)
            .map(this::ofParameters)
            .orElseGet(this::ofShape);
    return model.filter(this::isUsual);
  }

  private Optional<Model> ofShape() {
    List<Parameter<Integer>> missing =
        NEEDED.stream().filter(parameter -> !inputs.isGiven(parameter)).toList();
    missing.forEach(parameter -> inputs.fault(parameter, Msg.Fault.missingSize()));
    if (!missing.isEmpty()) {
      return Optional.empty();
    }
    int hidden = given(ModelDescriptionParameters.HIDDEN_SIZE, 0);
    int heads = given(ModelDescriptionParameters.HEADS, 0);
    int headDim = given(ModelDescriptionParameters.HEAD_DIM, Math.max(1, hidden / heads));
    Grouped attention =
        new Grouped(heads, given(ModelDescriptionParameters.KV_HEADS, heads), headDim);
    Shape shape = shape(Shape.uniform(0, hidden, 0, 0, false, attention));
    return divides(attention)
        ? Optional.of(UnlistedModel.of(shape).counted(ArchitectureExtras.PLAIN, Origin.Kind.SHAPE))
        : Optional.empty();
  }

  private Optional<Model> ofParameters(long parameters) {
    TypicalShape typical = new TypicalShape(parameters, inputs.catalog().models().all());
    Shape usual = typical.shape();
    Grouped attention = attention(usual);
    Shape bare =
        shape(
                Shape.uniform(
                    usual.layers(),
                    given(ModelDescriptionParameters.HIDDEN_SIZE, usual.hiddenSize()),
                    0,
                    usual.vocabulary(),
                    usual.tiedEmbeddings(),
                    attention))
            .withFeedForward(0);
    if (!fits(bare, parameters) || !divides(attention)) {
      return Optional.empty();
    }
    int feedForward =
        given(ModelDescriptionParameters.FEED_FORWARD_SIZE, typical.feedForward(bare));
    Shape whole = bare.withFeedForward(feedForward);
    if (contradicts(whole, parameters)) {
      return Optional.empty();
    }
    return Optional.of(UnlistedModel.of(whole).dense(parameters, origin(typical.origin())));
  }

  /** Whether sizes that were given make another model than so many parameters do. */
  private boolean contradicts(Shape whole, long parameters) {
    long counted = new WeightCount(whole, ArchitectureExtras.PLAIN).parameters();
    boolean far = counted > MOST_OFF * parameters || counted * MOST_OFF < parameters;
    if (far) {
      inputs.fault(ModelDescriptionParameters.PARAMETERS, Msg.Fault.parametersContradict(counted));
    }
    return far;
  }

  /** Whether what a shape has besides its feed-forward layers leaves any parameters for them. */
  private boolean fits(Shape bare, long parameters) {
    long least = new WeightCount(bare, ArchitectureExtras.PLAIN).parameters();
    if (least > parameters) {
      inputs.fault(ModelDescriptionParameters.PARAMETERS, Msg.Fault.parametersTooFew(least));
    }
    return least <= parameters;
  }

  /** Heads of the usual size that fill the hidden size, as far as nobody says otherwise. */
  private Grouped attention(Shape usual) {
    Grouped grouped = (Grouped) usual.attention();
    int hidden = given(ModelDescriptionParameters.HIDDEN_SIZE, usual.hiddenSize());
    int headDim = given(ModelDescriptionParameters.HEAD_DIM, grouped.headDim());
    int heads = inputs.one(ModelDescriptionParameters.HEADS).orElse(0);
    int kvHeads = given(ModelDescriptionParameters.KV_HEADS, heads == 0 ? grouped.kvHeads() : 1);
    if (heads > 0 && !inputs.isGiven(ModelDescriptionParameters.KV_HEADS)) {
      kvHeads = heads % grouped.kvHeads() == 0 ? grouped.kvHeads() : heads;
    }
    int filling = Math.max(1, Math.round((float) hidden / headDim / kvHeads)) * kvHeads;
    return new Grouped(heads == 0 ? filling : heads, kvHeads, headDim);
  }

  /** What is given over what is not. */
  private Shape shape(Shape usual) {
    return Shape.uniform(
        given(ModelDescriptionParameters.LAYERS, usual.layers()),
        usual.hiddenSize(),
        given(ModelDescriptionParameters.FEED_FORWARD_SIZE, usual.feedForwardSize()),
        given(ModelDescriptionParameters.VOCABULARY, usual.vocabulary()),
        given(ModelDescriptionParameters.TIED_EMBEDDINGS, usual.tiedEmbeddings()),
        usual.attention());
  }

  /** What is given is not spread. */
  private Origin origin(Origin guessed) {
    boolean kvKnown =
        allGiven(
            ModelDescriptionParameters.LAYERS,
            ModelDescriptionParameters.KV_HEADS,
            ModelDescriptionParameters.HEAD_DIM);
    boolean tablesKnown =
        allGiven(ModelDescriptionParameters.VOCABULARY, ModelDescriptionParameters.HIDDEN_SIZE);
    return new Origin(
        guessed.kind(),
        kvKnown ? 0 : guessed.kvCacheSpread(),
        tablesKnown ? 0 : guessed.vocabularySpread(),
        guessed.weightsSpread());
  }

  private boolean divides(Grouped attention) {
    boolean divides = attention.heads() % attention.kvHeads() == 0;
    if (!divides) {
      Message detail = Msg.Fault.kvHeads(attention.heads());
      inputs.fault(ModelDescriptionParameters.KV_HEADS, detail);
    }
    return divides;
  }

  private boolean isUsual(Model model) {
    Optional<Excess> excess = Excess.of(model);
    excess.ifPresent(
        much -> inputs.fault(ModelDescriptionParameters.HIDDEN_SIZE, ConfigModel.message(much)));
    return excess.isEmpty();
  }

  private boolean allGiven(Parameter<?>... parameters) {
    return Stream.of(parameters).allMatch(inputs::isGiven);
  }

  private <T> T given(Parameter<T> parameter, T otherwise) {
    return inputs.one(parameter).orElse(otherwise);
  }
}
