package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.parameter.TuningParameters.Flag;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.List;
import java.util.stream.Stream;

/** What describes a model that the catalogue does not have. */
public final class ModelDescriptionParameters {

  public static final Parameter<ConfigFields> CONFIG = Parameter.of("config", new ConfigText());
  public static final Parameter<Long> PARAMETERS = Parameter.of("parameters", new ModelSizeType());

  public static final Parameter<Integer> LAYERS = size("layers", Shape.MAX_LAYERS);
  public static final Parameter<Integer> HIDDEN_SIZE = size("hidden_size", Shape.MAX_HIDDEN_SIZE);
  public static final Parameter<Integer> HEADS = size("heads", Shape.MAX_HEADS);
  public static final Parameter<Integer> KV_HEADS = size("kv_heads", Shape.MAX_HEADS);
  public static final Parameter<Integer> HEAD_DIM = size("head_dim", Shape.MAX_HEAD_DIM);
  public static final Parameter<Integer> FEED_FORWARD_SIZE =
      size("feed_forward_size", Shape.MAX_FEED_FORWARD_SIZE);
  public static final Parameter<Integer> VOCABULARY = size("vocabulary", Shape.MAX_VOCABULARY);
  public static final Parameter<Flag> TIED_EMBEDDINGS =
      Parameter.of("tied_embeddings", EnumType.of(Flag.values()));

  /** Sizes that say what a shape is, alone or as far as they are known besides the parameters. */
  public static final List<Parameter<?>> SHAPE =
      List.of(
          LAYERS,
          HIDDEN_SIZE,
          HEADS,
          KV_HEADS,
          HEAD_DIM,
          FEED_FORWARD_SIZE,
          VOCABULARY,
          TIED_EMBEDDINGS);

  static final List<Parameter<?>> ALL =
      Stream.concat(Stream.of(CONFIG, PARAMETERS), SHAPE.stream()).toList();

  private ModelDescriptionParameters() {}

  private static Parameter<Integer> size(String name, int most) {
    return Parameter.of(name, new WholeNumber(1, most));
  }
}
