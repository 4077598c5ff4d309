package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Embedding models and rerankers that are encoders, and speech recognition: what generates no text
 * token by token from a prompt.
 */
record ConfigEncoder(ConfigReader reader) {

  private static final List<String> BERTS =
      List.of(
          "bert",
          "xlm-roberta",
          "roberta",
          "camembert",
          "electra",
          "distilbert",
          "mpnet",
          "ernie",
          "data2vec-text",
          "jina_embeddings_v3");

  private static final List<String> OTHERS =
      List.of(
          "modernbert", "deberta-v2", "albert", "nomic_bert", "new", "gte", "eurobert", "whisper");

  /** What such a configuration comes to. */
  record Encoder(ModelKind kind, Shape shape, long parameters, int maxContext) {}

  boolean isKnown() {
    return BERTS.contains(type()) || OTHERS.contains(type());
  }

  private String type() {
    return reader.text("model_type");
  }

  Optional<Encoder> encoder() {
    String type = type();
    RotaryEncoders rotary = new RotaryEncoders(this);
    if (BERTS.contains(type)) {
      return Optional.of(bert(type));
    }
    return switch (type) {
      case "deberta-v2" -> Optional.of(deberta());
      case "albert" -> Optional.of(albert());
      case "nomic_bert" -> Optional.of(rotary.nomic());
      case "new", "gte" -> Optional.of(rotary.gte());
      case "modernbert", "eurobert" -> Optional.of(rotary.gated());
      case "whisper" -> Optional.of(whisper());
      default -> Optional.empty();
    };
  }

  /** Biases everywhere, tables for positions and segments, and a pooler or a score on top. */
  private Encoder bert(String type) {
    boolean distil = type.equals("distilbert");
    int d = reader.count(distil ? "dim" : "hidden_size", Shape.MAX_HIDDEN_SIZE);
    int layers = reader.count(distil ? "n_layers" : "num_hidden_layers", Shape.MAX_LAYERS);
    int size =
        reader.count(distil ? "hidden_dim" : "intermediate_size", Shape.MAX_FEED_FORWARD_SIZE);
    int heads = reader.count(distil ? "n_heads" : "num_attention_heads", Shape.MAX_HEADS);
    int vocabulary = reader.count("vocab_size", Shape.MAX_VOCABULARY);
    int positions = reader.count("max_position_embeddings", 1 << 24, 512);
    boolean rotated =
        type.equals("jina_embeddings_v3")
            || reader.text("position_embedding_type").startsWith("rot");
    int types = distil || type.equals("mpnet") ? 0 : reader.countFromZero("type_vocab_size", 64, 2);
    long layer = 4L * d * d + 4L * d + 2L * d * size + size + d + 4L * d;
    int width =
        type.equals("electra") ? reader.count("embedding_size", Shape.MAX_HIDDEN_SIZE, d) : d;
    long widened = width == d ? 0 : (long) width * d + d;
    long rows = (long) vocabulary + (rotated ? 0 : positions) + types + 2;
    boolean tasks = type.equals("ernie") && reader.flag("use_task_id", false);
    long ofTasks = tasks ? reader.count("task_type_vocab_size", 64, 3) : 0;
    long tables = (rows + ofTasks) * width + widened;
    Shape shape = shape(layers, d, size, vocabulary, heads, false);
    long head = head(d, distil || type.equals("electra"));
    long adapters = reader.items("lora_adaptations").map(List::size).orElse(0) * adapter(shape);
    long parameters = tables + layers * layer + head + adapters;
    return new Encoder(ModelKind.ENCODER, shape, parameters, positions);
  }

  /** Jina Embeddings 3 has a LoRA on every matrix for each of its tasks, its tables included. */
  private long adapter(Shape shape) {
    long d = shape.hiddenSize();
    long types = reader.countFromZero("type_vocab_size", 64, 1);
    long ofLayer = 4 * d + 2 * d + 2 * (d + shape.feedForwardSize());
    long ofTables = shape.vocabulary() + d + types + d;
    return reader.countFromZero("lora_rank", Shape.MAX_RANK, 4)
        * (shape.layers() * ofLayer + ofTables + 2 * d);
  }

  /** All layers go through the same weights, from tables narrower than they are. */
  private Encoder albert() {
    int d = reader.count("hidden_size", Shape.MAX_HIDDEN_SIZE, 4096);
    int layers = reader.count("num_hidden_layers", Shape.MAX_LAYERS, 12);
    int size = reader.count("intermediate_size", Shape.MAX_FEED_FORWARD_SIZE, 16_384);
    int vocabulary = reader.count("vocab_size", Shape.MAX_VOCABULARY, 30_000);
    int positions = reader.count("max_position_embeddings", 1 << 24, 512);
    long width = reader.count("embedding_size", Shape.MAX_HIDDEN_SIZE, 128);
    int own =
        reader.count("num_hidden_groups", layers, 1) * reader.count("inner_group_num", layers, 1);
    long layer = 4L * d * d + 4L * d + 2L * d * size + size + d + 4L * d;
    long rows = (long) vocabulary + positions + reader.countFromZero("type_vocab_size", 64, 2) + 2;
    long parameters = rows * width + width * d + d + own * layer + head(d, false);
    Shape shape = shape(own, d, size, vocabulary, heads(), false);
    return new Encoder(ModelKind.ENCODER, shape, parameters, positions);
  }

  /** Positions are relative, and shared by all layers. */
  private Encoder deberta() {
    int d = reader.count("hidden_size", Shape.MAX_HIDDEN_SIZE);
    int layers = reader.count("num_hidden_layers", Shape.MAX_LAYERS);
    int size = reader.count("intermediate_size", Shape.MAX_FEED_FORWARD_SIZE);
    int vocabulary = reader.count("vocab_size", Shape.MAX_VOCABULARY);
    int context = reader.count("max_position_embeddings", 1 << 24, 512);
    int buckets = reader.countFromZero("position_buckets", 1 << 16, 256);
    long own = reader.flag("position_biased_input", false) ? context : 0;
    long layer = 4L * d * d + 4L * d + 2L * d * size + size + d + 4L * d;
    long tables = (vocabulary + own + 2L * buckets) * d + 4L * d;
    Shape shape = shape(layers, d, size, vocabulary, heads(), false);
    return new Encoder(ModelKind.ENCODER, shape, tables + layers * layer, context);
  }

  /** A classifier has its dense layer in place of the pooler. */
  long head(long d, boolean distil) {
    boolean scores =
        reader.items("architectures").orElse(List.of()).stream()
            .anyMatch(name -> name.endsWith("ForSequenceClassification"));
    long pooler = distil && !scores ? 0 : d * d + d;
    return pooler + (scores ? labels() * (d + 1) : 0);
  }

  /** As many as are named, else two. */
  private long labels() {
    int named = 0;
    while (reader.has("id2label." + named)) {
      named++;
    }
    return reader.countFromZero("num_labels", 1 << 16, named == 0 ? 2 : named);
  }

  int heads() {
    return reader.count(reader.anyOf("num_attention_heads", "n_head"), Shape.MAX_HEADS);
  }

  static Shape shape(int layers, int d, int size, int vocabulary, int heads, boolean gated) {
    return shape(layers, d, size, vocabulary, heads, heads, gated);
  }

  static Shape shape(
      int layers, int d, int size, int vocabulary, int heads, int kvHeads, boolean gated) {
    Grouped attention = new Grouped(heads, kvHeads, Math.max(1, d / heads));
    return new Shape(
        layers,
        d,
        vocabulary,
        true,
        List.of(new AttentionLayers(layers, attention, 0, 1, Keeps.NOTHING)),
        Optional.empty(),
        Optional.empty(),
        List.of(new DenseLayers(layers, size)),
        gated,
        Optional.empty());
  }

  /** An encoder of sound, and a decoder that keeps its own tokens and what the encoder gave. */
  private Encoder whisper() {
    int d = reader.count("d_model", Shape.MAX_HIDDEN_SIZE);
    int encoders = reader.count("encoder_layers", Shape.MAX_LAYERS);
    int decoders = reader.count("decoder_layers", Shape.MAX_LAYERS);
    int size = reader.count("encoder_ffn_dim", Shape.MAX_FEED_FORWARD_SIZE);
    int vocabulary = reader.count("vocab_size", Shape.MAX_VOCABULARY);
    int heads = reader.count("decoder_attention_heads", Shape.MAX_HEADS);
    int frames = reader.count("max_source_positions", 1 << 16, 1500);
    int tokens = reader.count("max_target_positions", 1 << 16, 448);
    long bins = reader.count("num_mel_bins", 1 << 12, 80);
    long attention = 4L * d * d + 3L * d; // keys have no bias
    long mlp = 2L * d * size + size + d;
    long encoder = attention + mlp + 4L * d;
    long decoder = 2 * attention + mlp + 6L * d;
    long parameters =
        3 * bins * d
            + d
            + 3L * d * d
            + d
            + (long) frames * d
            + encoders * encoder
            + 2L * d
            + (long) vocabulary * d
            + (long) tokens * d
            + decoders * decoder
            + 2L * d;
    Grouped grouped = new Grouped(heads, heads, Math.max(1, d / heads));
    Shape shape =
        new Shape(
            encoders + decoders,
            d,
            vocabulary,
            true,
            List.of(
                AttentionLayers.sliding(decoders, grouped, tokens),
                new AttentionLayers(decoders, grouped, frames, 1, Keeps.ENCODED),
                new AttentionLayers(encoders, grouped, 0, 1, Keeps.NOTHING)),
            Optional.empty(),
            Optional.empty(),
            List.of(new DenseLayers(encoders + decoders, size)),
            false,
            Optional.empty());
    return new Encoder(ModelKind.SPEECH, shape, parameters, tokens);
  }
}
