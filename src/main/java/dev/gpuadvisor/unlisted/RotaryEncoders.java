package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.ConfigEncoder.Encoder;
import java.util.List;

/** Encoders that rotate positions in and have no table of them. */
record RotaryEncoders(ConfigEncoder encoder) {

  /**
   * Llama's layers, read in both directions, without a head: EuroBERT, and ModernBERT, whose first
   * layer has one norm less.
   */
  Encoder gated() {
    int d = reader().count("hidden_size", Shape.MAX_HIDDEN_SIZE);
    int layers = reader().count("num_hidden_layers", Shape.MAX_LAYERS);
    int size = reader().count("intermediate_size", Shape.MAX_FEED_FORWARD_SIZE);
    int vocabulary = reader().count("vocab_size", Shape.MAX_VOCABULARY);
    int kvHeads = reader().count("num_key_value_heads", Shape.MAX_HEADS, encoder.heads());
    long keys = (long) d * kvHeads / encoder.heads();
    long layer = 2L * d * d + 2 * d * keys + 3L * d * size + 2L * d;
    Shape shape = ConfigEncoder.shape(layers, d, size, vocabulary, encoder.heads(), kvHeads, true);
    int context = reader().count("max_position_embeddings", 1 << 24, 8192);
    return new Encoder(
        ModelKind.ENCODER, shape, (long) vocabulary * d + d + layers * layer, context);
  }

  /** Gated without biases; version 2 has neither a gate, but biases, and experts in some layers. */
  Encoder nomic() {
    int d = reader().count(reader().anyOf("n_embd", "hidden_size"), Shape.MAX_HIDDEN_SIZE);
    int layers = reader().count(reader().anyOf("n_layer", "num_hidden_layers"), Shape.MAX_LAYERS);
    int most = Shape.MAX_FEED_FORWARD_SIZE;
    String inner = reader().anyOf("n_inner", "intermediate_size");
    int size = reader().count(inner, most, Math.min(most, 4 * d));
    int vocabulary = reader().count("vocab_size", Shape.MAX_VOCABULARY);
    int types = reader().countFromZero("type_vocab_size", 64, 2);
    boolean gated = !reader().text("activation_function").equals("gelu");
    int experts = reader().countFromZero("num_experts", most / size, 0);
    int step = reader().count("moe_every_n_layers", Shape.MAX_LAYERS, 1);
    int sparse = experts == 0 ? 0 : layers / step;
    long attention = 4L * d * d + (reader().flag("qkv_proj_bias", false) ? 4L * d : 0);
    long mlp = (gated ? 3L : 2L) * d * size;
    long biases = reader().flag("mlp_fc1_bias", false) ? (long) size + d : 0;
    long ofExperts = experts * mlp + (long) d * experts + (biases > 0 ? d : 0);
    long tables = ((long) vocabulary + types + 2) * d;
    long parameters =
        tables
            + layers * (attention + 4L * d)
            + (layers - sparse) * (mlp + biases)
            + sparse * ofExperts;
    Shape shape = ConfigEncoder.shape(layers, d, size, vocabulary, encoder.heads(), gated);
    int context =
        reader().count(reader().anyOf("n_positions", "max_position_embeddings"), 1 << 24, 8192);
    return new Encoder(
        ModelKind.ENCODER,
        sparse == 0 ? shape : withExperts(shape, sparse, experts * size),
        parameters,
        context);
  }

  /** Of many tokens at once every expert is read: together they are as one wide layer. */
  private static Shape withExperts(Shape shape, int sparse, int size) {
    List<DenseLayers> layers =
        List.of(
            new DenseLayers(shape.layers() - sparse, shape.feedForwardSize()),
            new DenseLayers(sparse, size));
    return shape.withFeedForward(layers);
  }

  /** Alibaba's: gated, positions rotated, biases but for the gate; a pooler only before a score. */
  Encoder gte() {
    int d = reader().count("hidden_size", Shape.MAX_HIDDEN_SIZE);
    int layers = reader().count("num_hidden_layers", Shape.MAX_LAYERS);
    int size = reader().count("intermediate_size", Shape.MAX_FEED_FORWARD_SIZE);
    int vocabulary = reader().count("vocab_size", Shape.MAX_VOCABULARY);
    int types = reader().countFromZero("type_vocab_size", 64, 0);
    long layer = 4L * d * d + 4L * d + 3L * d * size + d + 4L * d;
    long tables = ((long) vocabulary + types + 2) * d;
    Shape shape = ConfigEncoder.shape(layers, d, size, vocabulary, encoder.heads(), true);
    int context = reader().count("max_position_embeddings", 1 << 24, 8192);
    long parameters = tables + layers * layer + encoder.head(d, true);
    return new Encoder(ModelKind.ENCODER, shape, parameters, context);
  }

  private ConfigReader reader() {
    return encoder.reader();
  }
}
