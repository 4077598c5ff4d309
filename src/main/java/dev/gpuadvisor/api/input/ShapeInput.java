package dev.gpuadvisor.api.input;

import dev.gpuadvisor.api.config.ConfigModel;
import dev.gpuadvisor.api.input.TuningParameters.Flag;
import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Excess;
import dev.gpuadvisor.catalog.Family;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.ParameterCount;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.catalog.TypicalShape;
import dev.gpuadvisor.catalog.UnlistedModel;
import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dense model from its sizes: all of them, or its number of parameters and those that are known;
 * the others are then what models of that size typically have.
 */
record ShapeInput(Inputs inputs) {

  /** Without these and the parameters nothing can be said. */
  private static final List<Parameter<Integer>> NEEDED =
      List.of(
          ModelParameters.LAYERS,
          ModelParameters.HIDDEN_SIZE,
          ModelParameters.HEADS,
          ModelParameters.FEED_FORWARD_SIZE,
          ModelParameters.VOCABULARY);

  Optional<Model> model() {
    boolean faulty =
        Stream.concat(Stream.of(ModelParameters.PARAMETERS), ModelParameters.SHAPE.stream())
            .anyMatch(parameter -> inputs.isGiven(parameter) && inputs.one(parameter).isEmpty());
    if (faulty) {
      return Optional.empty();
    }
    Optional<Model> model =
        inputs.one(ModelParameters.PARAMETERS).map(this::ofParameters).orElseGet(this::ofShape);
    return model.filter(this::isUsual);
  }

  private Optional<Model> ofShape() {
    List<Parameter<Integer>> missing =
        NEEDED.stream().filter(parameter -> !inputs.isGiven(parameter)).toList();
    missing.forEach(parameter -> inputs.fault(parameter, Message.of("fault.missing_size")));
    if (!missing.isEmpty()) {
      return Optional.empty();
    }
    int hidden = given(ModelParameters.HIDDEN_SIZE, 0);
    int heads = given(ModelParameters.HEADS, 0);
    int headDim = given(ModelParameters.HEAD_DIM, Math.max(1, hidden / heads));
    Grouped attention = new Grouped(heads, given(ModelParameters.KV_HEADS, heads), headDim);
    Shape shape = shape(new Shape(0, hidden, 0, 0, false, attention, Optional.empty()));
    return divides(attention)
        ? Optional.of(UnlistedModel.of(shape).counted(Family.PLAIN, Origin.Kind.SHAPE))
        : Optional.empty();
  }

  private Optional<Model> ofParameters(long parameters) {
    TypicalShape typical = new TypicalShape(parameters, Catalog.bundled().models().all());
    Shape usual = typical.shape();
    Grouped attention = attention(usual);
    Shape bare =
        shape(
            new Shape(
                usual.layers(),
                given(ModelParameters.HIDDEN_SIZE, usual.hiddenSize()),
                0,
                usual.vocabulary(),
                usual.tiedEmbeddings(),
                attention,
                Optional.empty()));
    if (!fits(bare, parameters) || !divides(attention)) {
      return Optional.empty();
    }
    int feedForward = given(ModelParameters.FEED_FORWARD_SIZE, typical.feedForward(bare));
    Shape whole = bare.withFeedForward(feedForward);
    return Optional.of(UnlistedModel.of(whole).dense(parameters, origin(typical.origin())));
  }

  /** Whether what a shape has besides its feed-forward layers leaves any parameters for them. */
  private boolean fits(Shape bare, long parameters) {
    long least = new ParameterCount(bare, Family.PLAIN).parameters();
    if (least > parameters) {
      inputs.fault(
          ModelParameters.PARAMETERS, Message.of("fault.parameters_too_few").count("least", least));
    }
    return least <= parameters;
  }

  /** Heads of the usual size that fill the hidden size, as far as nobody says otherwise. */
  private Grouped attention(Shape usual) {
    Grouped grouped = (Grouped) usual.attention();
    int hidden = given(ModelParameters.HIDDEN_SIZE, usual.hiddenSize());
    int headDim = given(ModelParameters.HEAD_DIM, grouped.headDim());
    int heads = inputs.one(ModelParameters.HEADS).orElse(0);
    int kvHeads = given(ModelParameters.KV_HEADS, heads == 0 ? grouped.kvHeads() : 1);
    if (heads > 0 && !inputs.isGiven(ModelParameters.KV_HEADS)) {
      kvHeads = heads % grouped.kvHeads() == 0 ? grouped.kvHeads() : heads;
    }
    int filling = Math.max(1, Math.round((float) hidden / headDim / kvHeads)) * kvHeads;
    return new Grouped(heads == 0 ? filling : heads, kvHeads, headDim);
  }

  /** What is given over what is not. */
  private Shape shape(Shape usual) {
    Flag usuallyTied = usual.tiedEmbeddings() ? Flag.TRUE : Flag.FALSE;
    return new Shape(
        given(ModelParameters.LAYERS, usual.layers()),
        usual.hiddenSize(),
        given(ModelParameters.FEED_FORWARD_SIZE, usual.feedForwardSize()),
        given(ModelParameters.VOCABULARY, usual.vocabulary()),
        given(ModelParameters.TIED_EMBEDDINGS, usuallyTied) == Flag.TRUE,
        usual.attention(),
        Optional.empty());
  }

  /** What is given is not spread. */
  private Origin origin(Origin guessed) {
    boolean kvKnown =
        allGiven(ModelParameters.LAYERS, ModelParameters.KV_HEADS, ModelParameters.HEAD_DIM);
    boolean tablesKnown = allGiven(ModelParameters.VOCABULARY, ModelParameters.HIDDEN_SIZE);
    return new Origin(
        guessed.kind(),
        kvKnown ? 0 : guessed.kvCacheSpread(),
        tablesKnown ? 0 : guessed.vocabularySpread());
  }

  private boolean divides(Grouped attention) {
    boolean divides = attention.heads() % attention.kvHeads() == 0;
    if (!divides) {
      Message detail = Message.of("fault.kv_heads").count("heads", attention.heads());
      inputs.fault(ModelParameters.KV_HEADS, detail);
    }
    return divides;
  }

  private boolean isUsual(Model model) {
    Optional<Excess> excess = Excess.of(model);
    excess.ifPresent(much -> inputs.fault(ModelParameters.HIDDEN_SIZE, ConfigModel.message(much)));
    return excess.isEmpty();
  }

  private boolean allGiven(Parameter<?>... parameters) {
    return Stream.of(parameters).allMatch(inputs::isGiven);
  }

  private <T> T given(Parameter<T> parameter, T otherwise) {
    return inputs.one(parameter).orElse(otherwise);
  }
}
