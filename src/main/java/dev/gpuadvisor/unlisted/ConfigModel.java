package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.catalog.WeightTotals;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** A model from its Hugging Face {@code config.json}. */
public final class ConfigModel {

  private static final int MOST_CONTEXT = 1 << 24;

  /** Qwen3-Embedding 4B and 8B: their vocabulary is cut, and they have no head. */
  private static final int QWEN3_EMBEDDING_VOCABULARY = 151_665;

  /** Families whose tokens all see each other, which their class says and no field does. */
  private static final List<String> BIDIRECTIONAL =
      List.of("llama_bidirec", "bidirectional_pplx_qwen3", "embedding_gemma2", "nvembed");

  private final ConfigReader reader;
  private final Optional<ConfigReader> posted;
  private final Architecture type;

  private ConfigModel(ConfigReader reader, Optional<ConfigReader> posted) {
    this.reader = reader;
    this.posted = posted;
    String own = reader.text("model_type");
    Architecture ofType =
        own.equals("minicpmv")
            ? ClassNames.ofMiniCpmV(reader.decimal("version", 0))
            : KnownTypes.of(own.isEmpty() ? wholeType(reader) : own);
    boolean known = ofType != Architecture.OTHER && !isGrok(reader);
    this.type = known ? ofType : ClassNames.architecture(classes(reader));
  }

  /** Grok 2 calls its type {@code git}, which is another model's. */
  private static boolean isGrok(ConfigReader reader) {
    return classes(reader).stream().anyMatch(name -> name.startsWith("Grok1"));
  }

  private static List<String> classes(ConfigReader reader) {
    return reader.whole().items("architectures").orElse(List.of());
  }

  /** The model, or what is wrong with its configuration. */
  public record Read(Optional<Model> model, List<Fault> faults) {}

  public static Read read(ConfigFields fields) {
    return read(fields, Optional.empty());
  }

  /**
   * @param quantization NVIDIA's {@code hf_quant_config.json}, where there is one
   */
  public static Read read(ConfigFields fields, Optional<ConfigFields> quantization) {
    ConfigReader reader = new ConfigReader(fields);
    ConfigModel config =
        new ConfigModel(reader, quantization.map(posted -> new ConfigReader(posted).whole()));
    ConfigEncoder encoders = new ConfigEncoder(reader);
    new ForeignParts(reader, config.type).refuse(encoders.isKnown());
    if (!reader.faults().isEmpty()) {
      return new Read(Optional.empty(), reader.faults());
    }
    Optional<ConfigEncoder.Encoder> encoder = encoders.encoder();
    Model model = encoder.map(config::encoder).orElseGet(config::decoder);
    if (reader.faults().isEmpty()) {
      Excess.of(model).ifPresent(excess -> reader.refuse("hidden_size", message(excess)));
    }
    return new Read(Optional.of(model).filter(any -> reader.faults().isEmpty()), reader.faults());
  }

  public static Message message(Excess excess) {
    return switch (excess) {
      case PARAMETERS -> Msg.Fault.excessParameters();
      case KV_CACHE -> Msg.Fault.excessKvCache();
      case ACTIVATIONS -> Msg.Fault.excessActivations();
    };
  }

  private Model encoder(ConfigEncoder.Encoder encoder) {
    LayerPlan plan = new LayerPlan(List.of()); // nothing is kept, whatever they attend to
    PublishedFormat format =
        new ConfigFormat(reader, posted).published(encoder.shape(), plan, experts(plan, 1));
    return new UnlistedModel(encoder.kind(), encoder.shape(), encoder.maxContext(), format)
        .model(WeightTotals.dense(encoder.parameters()), Origin.given(Origin.Kind.CONFIG));
  }

  private Model decoder() {
    int layers = layers();
    int hidden = hidden();
    LayerPlan plan = LayerPlan.of(reader, type, layers);
    int maxContext = maxContext();
    ConfigAttention attention = new ConfigAttention(reader, type, plan, hidden, maxContext);
    ConfigExperts experts = experts(plan, hidden);
    ConfigExtras extras = new ConfigExtras(reader, type, plan, hidden);
    extras.refuseUnknownParts();
    Shape shape = shape(plan, hidden, kept(attention.groups()), experts.experts(), extras);
    WeightCount count = new WeightCount(shape, extras.of(shape, attention));
    long towers = new ConfigTowers(reader, type, wholeType(reader), hidden).parameters();
    long lookup = extras.lookup();
    WeightTotals totals =
        new WeightTotals(
            count.parameters() + towers,
            count.activeParameters() - lookup,
            count.expertParameters(),
            towers,
            lookup,
            0);
    PublishedFormat format = new ConfigFormat(reader, posted).published(shape, plan, experts);
    return new UnlistedModel(kind(shape), shape, maxContext, format)
        .model(totals, origin(shape, totals.parameters()));
  }

  private ConfigExperts experts(LayerPlan plan, int hidden) {
    return new ConfigExperts(reader, type, plan, hidden);
  }

  private int layers() {
    String name = reader.anyOf("num_hidden_layers", "n_layer", "num_layers", "n_layers");
    if (type == Architecture.NEMOTRON_H && !reader.has(name)) {
      int blocks = reader.items("layers_block_type").orElse(List.of()).size();
      int letters = reader.text("hybrid_override_pattern").length();
      return Math.max(1, Math.min(Shape.MAX_LAYERS, Math.max(blocks, letters)));
    }
    return reader.count(name, Shape.MAX_LAYERS);
  }

  private int hidden() {
    return reader.count(reader.anyOf("hidden_size", "n_embd", "d_model"), Shape.MAX_HIDDEN_SIZE);
  }

  private Shape shape(
      LayerPlan plan,
      int hidden,
      List<AttentionLayers> attention,
      Optional<MixtureOfExperts> experts,
      ConfigExtras extras) {
    int vocabulary = vocabulary();
    return new Shape(
        plan.layers(),
        hidden,
        vocabulary,
        !hasHead(vocabulary) || tied(),
        attention,
        extras.index(),
        new ConfigRecurrent(reader, type, plan, hidden).layers(),
        new ConfigFeedForward(reader, type, plan, hidden, experts).layers(),
        !type.has(Trait.UNGATED),
        experts);
  }

  private boolean tied() {
    boolean usual = reader.flagOfEither("tie_word_embeddings", type.has(Trait.TIED));
    return type == Architecture.LFM2 ? reader.flagOfEither("tie_embedding", usual) : usual;
  }

  private boolean hasHead(int vocabulary) {
    boolean embeds = type == Architecture.QWEN3 && vocabulary == QWEN3_EMBEDDING_VOCABULARY;
    return !embeds && !isHeadless();
  }

  /** {@code LlamaModel}, {@code Qwen3ForSequenceClassification}: nothing that generates. */
  private boolean isHeadless() {
    List<String> classes = classes(reader);
    boolean headless =
        !reader.isPart()
            && !classes.isEmpty()
            && classes.stream().allMatch(ConfigModel::isHeadless);
    return headless || BIDIRECTIONAL.contains(wholeType(reader));
  }

  /** Older classes of some families have their head, and a name without it. */
  private static boolean isHeadless(String name) {
    boolean generates = name.endsWith("LMHeadModel") || name.startsWith("ChatGLM");
    return !generates && (name.endsWith("Model") || name.endsWith("ForSequenceClassification"));
  }

  private ModelKind kind(Shape shape) {
    return hasHead(shape.vocabulary()) && !readsBothWays()
        ? ModelKind.GENERATOR
        : ModelKind.ENCODER;
  }

  private List<AttentionLayers> kept(List<AttentionLayers> groups) {
    return readsBothWays() ? groups.stream().map(AttentionLayers::keepingNothing).toList() : groups;
  }

  /** Decoders whose every token sees all others: they embed text, and keep nothing of it. */
  private boolean readsBothWays() {
    boolean causal = reader.flagOfEither("is_causal", true);
    return !causal
        || reader.flagOfEither("use_bidirectional_attention", false)
        || BIDIRECTIONAL.contains(wholeType(reader));
  }

  private int vocabulary() {
    String name = reader.anyOf("vocab_size", "padded_vocab_size");
    boolean ofWhole = !reader.has(name) && reader.whole().has(name);
    if (type == Architecture.GEMMA3 || type == Architecture.GEMMA3N) {
      int usual = type == Architecture.GEMMA3 ? 262_208 : 262_400;
      return reader.count(name, Shape.MAX_VOCABULARY, usual);
    }
    return (ofWhole ? reader.whole() : reader).count(name, Shape.MAX_VOCABULARY);
  }

  private int maxContext() {
    String name =
        reader.anyOf(
            type == Architecture.QWEN ? "seq_length" : "max_position_embeddings",
            "model_max_length",
            "seq_length",
            "n_positions",
            "max_seq_len");
    return reader.count(name, MOST_CONTEXT, UnlistedModel.USUAL_CONTEXT);
  }

  private static String wholeType(ConfigReader reader) {
    return reader.whole().text("model_type");
  }

  /** As if it were a Llama: it may have two matrices for three, or one table for two. */
  private Origin origin(Shape shape, long parameters) {
    if (type != Architecture.OTHER) {
      return Origin.given(Origin.Kind.CONFIG);
    }
    double gates = (double) shape.hiddenSize() * shape.feedForwardSize() * shape.denseLayers();
    boolean saysTied = reader.has("tie_word_embeddings");
    double table = saysTied ? 0 : (double) shape.hiddenSize() * shape.vocabulary();
    return new Origin(Origin.Kind.LIKE_LLAMA, 0, 0, (gates + table) / parameters);
  }
}
