package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** A model from its Hugging Face {@code config.json}. */
public final class ConfigModel {

  private static final int MOST_CONTEXT = 1 << 24;

  private final ConfigReader reader;
  private final ConfigType type;
  private final int layers;
  private final int hidden;

  private ConfigModel(ConfigReader reader) {
    this.reader = reader;
    this.type = ConfigType.of(reader.text("model_type"));
    this.layers = reader.count("num_hidden_layers", Shape.MAX_LAYERS);
    this.hidden = reader.count("hidden_size", Shape.MAX_HIDDEN_SIZE);
  }

  /** The model, or what is wrong with its configuration. */
  public record Read(Optional<Model> model, List<Fault> faults) {}

  public static Read read(ConfigFields fields) {
    ConfigReader reader = new ConfigReader(fields);
    ConfigModel config = new ConfigModel(reader);
    UnlistedModel unlisted = config.unlisted();
    if (!reader.faults().isEmpty()) {
      return new Read(Optional.empty(), reader.faults());
    }
    boolean bias = reader.flag("attention_bias", false);
    Origin.Kind origin =
        config.type == ConfigType.OTHER ? Origin.Kind.LIKE_LLAMA : Origin.Kind.CONFIG;
    Model model = unlisted.counted(config.type.family(bias), origin);
    Excess.of(model).ifPresent(excess -> reader.refuse("hidden_size", message(excess)));
    return new Read(Optional.of(model).filter(any -> reader.faults().isEmpty()), reader.faults());
  }

  public static Message message(Excess excess) {
    return switch (excess) {
      case PARAMETERS -> Msg.Fault.excessParameters();
      case KV_CACHE -> Msg.Fault.excessKvCache();
      case ACTIVATIONS -> Msg.Fault.excessActivations();
    };
  }

  private UnlistedModel unlisted() {
    Attention attention = type.hasLatentAttention() ? latent() : grouped();
    Optional<MixtureOfExperts> experts = new ConfigExperts(reader, type, layers, hidden).experts();
    int feedForward = feedForward(experts);
    int vocabulary = vocabulary();
    boolean tied = reader.flagOfEither("tie_word_embeddings", type.tiedByDefault());
    int maxContext = maxContext();
    Shape shape =
        new Shape(
            layers,
            hidden,
            vocabulary,
            tied,
            groups(attention, maxContext),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new DenseLayers(
                    layers - experts.map(MixtureOfExperts::layers).orElse(0), feedForward)),
            true,
            experts);
    return new UnlistedModel(
        ModelKind.GENERATOR, shape, maxContext, new PublishedFormat(nativeFormat(), 0));
  }

  private List<AttentionLayers> groups(Attention attention, int maxContext) {
    return new ConfigSlidingWindow(reader, type, layers)
        .within(maxContext)
        .map(sliding -> AttentionLayers.some(layers, attention, sliding.layers(), sliding.window()))
        .orElseGet(() -> List.of(AttentionLayers.full(layers, attention)));
  }

  private Attention grouped() {
    boolean gemma3 = type == ConfigType.GEMMA3; // its configurations leave out what is usual
    int heads =
        gemma3
            ? reader.count("num_attention_heads", Shape.MAX_HEADS, 8)
            : reader.count("num_attention_heads", Shape.MAX_HEADS);
    int kvHeads = reader.count("num_key_value_heads", Shape.MAX_HEADS, gemma3 ? 4 : heads);
    int usual = gemma3 ? 256 : Math.max(1, hidden / heads);
    int headDim = reader.count("head_dim", Shape.MAX_HEAD_DIM, usual);
    if (headDim > Shape.MAX_HEAD_DIM && reader.faults().isEmpty()) {
      Message most = Msg.Fault.headDim(Shape.MAX_HEAD_DIM);
      reader.refuse("num_attention_heads", most);
    }
    if (heads % kvHeads != 0 && reader.faults().isEmpty()) {
      reader.refuse("num_key_value_heads", Msg.Fault.kvHeads(heads));
    }
    return new Attention.Grouped(heads, kvHeads, headDim);
  }

  private Attention latent() {
    return new Attention.Latent(
        reader.count("num_attention_heads", Shape.MAX_HEADS),
        reader.count("kv_lora_rank", Shape.MAX_RANK),
        reader.countFromZero("q_lora_rank", Shape.MAX_RANK, 0),
        reader.count("qk_rope_head_dim", Shape.MAX_HEAD_DIM),
        reader.count("qk_nope_head_dim", Shape.MAX_HEAD_DIM),
        reader.count("v_head_dim", Shape.MAX_HEAD_DIM));
  }

  /** The first Qwen gives the width of gate and up projection together. */
  private int feedForward(Optional<MixtureOfExperts> experts) {
    int most = Shape.MAX_FEED_FORWARD_SIZE;
    int given =
        experts.isPresent()
            ? reader.count("intermediate_size", most, experts.get().expertSize())
            : reader.count("intermediate_size", most);
    return type == ConfigType.QWEN ? Math.max(1, given / 2) : given;
  }

  private int vocabulary() {
    return type == ConfigType.GEMMA3
        ? reader.count("vocab_size", Shape.MAX_VOCABULARY, 262_208)
        : reader.count("vocab_size", Shape.MAX_VOCABULARY);
  }

  private int maxContext() {
    String name = type == ConfigType.QWEN ? "seq_length" : "max_position_embeddings";
    return reader.count(name, MOST_CONTEXT, UnlistedModel.USUAL_CONTEXT);
  }

  /** What the weights are published in, as far as it is a format of the catalogue. */
  private String nativeFormat() {
    int bits = reader.countOfAll("quantization_config.bits");
    return switch (reader.textOfAll("quantization_config.quant_method")) {
      case "fp8" -> "fp8";
      case "mxfp4" -> "mxfp4";
      case "awq" -> "awq";
      case "gptq" -> bits == 4 ? "gptq-int4" : bits == 8 ? "gptq-int8" : UnlistedModel.USUAL_FORMAT;
      default ->
          reader.textOfAll("torch_dtype").equals("float16") ? "fp16" : UnlistedModel.USUAL_FORMAT;
    };
  }
}
