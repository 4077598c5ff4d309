package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.List;

/** What describes a model that the catalogue does not have. */
public final class ModelDescriptionParameters {

  static final Definitions DEFINED = new Definitions();

  public static final Parameter<ConfigFields> CONFIG =
      DEFINED.add(
          Parameter.of(
                  "config", new ConfigText(), Msg.Parameter.config(), Msg.Parameter.configLabel())
              .in(Group.DESCRIPTION));
  public static final Parameter<ConfigFields> HF_QUANT_CONFIG =
      DEFINED.add(
          Parameter.of(
                  "hf_quant_config",
                  new ConfigText(),
                  Msg.Parameter.hfQuantConfig(),
                  Msg.Parameter.hfQuantConfigLabel())
              .in(Group.DESCRIPTION));
  public static final Parameter<Long> PARAMETERS =
      DEFINED.add(
          Parameter.of(
                  "parameters",
                  new ModelSizeType(),
                  Msg.Parameter.parameters(),
                  Msg.Parameter.parametersLabel())
              .in(Group.DESCRIPTION));

  public static final Parameter<Integer> LAYERS =
      size("layers", Shape.MAX_LAYERS, 32, Msg.Parameter.layers(), Msg.Parameter.layersLabel());
  public static final Parameter<Integer> HIDDEN_SIZE =
      size(
          "hidden_size",
          Shape.MAX_HIDDEN_SIZE,
          4096,
          Msg.Parameter.hiddenSize(),
          Msg.Parameter.hiddenSizeLabel());
  public static final Parameter<Integer> HEADS =
      size("heads", Shape.MAX_HEADS, 32, Msg.Parameter.heads(), Msg.Parameter.headsLabel());
  public static final Parameter<Integer> KV_HEADS =
      size("kv_heads", Shape.MAX_HEADS, 8, Msg.Parameter.kvHeads(), Msg.Parameter.kvHeadsLabel());
  public static final Parameter<Integer> HEAD_DIM =
      size(
          "head_dim",
          Shape.MAX_HEAD_DIM,
          128,
          Msg.Parameter.headDim(),
          Msg.Parameter.headDimLabel());
  public static final Parameter<Integer> FEED_FORWARD_SIZE =
      size(
          "feed_forward_size",
          Shape.MAX_FEED_FORWARD_SIZE,
          14336,
          Msg.Parameter.feedForwardSize(),
          Msg.Parameter.feedForwardSizeLabel());
  public static final Parameter<Integer> VOCABULARY =
      size(
          "vocabulary",
          Shape.MAX_VOCABULARY,
          128256,
          Msg.Parameter.vocabulary(),
          Msg.Parameter.vocabularyLabel());
  public static final Parameter<Boolean> TIED_EMBEDDINGS =
      DEFINED.add(
          Parameter.of(
                  "tied_embeddings",
                  new FlagType(),
                  Msg.Parameter.tiedEmbeddings(),
                  Msg.Parameter.tiedEmbeddingsLabel())
              .in(Group.DESCRIPTION));

  /** Sizes that say what a shape is, alone or as far as they are known besides the parameters. */
  public static final List<Parameter<?>> SHAPE =
      DEFINED.all().stream()
          .filter(each -> each != CONFIG && each != HF_QUANT_CONFIG && each != PARAMETERS)
          .toList();

  private ModelDescriptionParameters() {}

  private static Parameter<Integer> size(
      String name, int most, int example, Message description, Message label) {
    return DEFINED.add(
        Parameter.of(name, NumberType.whole(1, most, Dimension.COUNT), description, label)
            .in(Group.DESCRIPTION)
            .forExample(Integer.toString(example)));
  }
}
