package dev.gpuadvisor.sizing.llamacpp;

import java.util.stream.IntStream;

/**
 * Lays the layers of a model into a {@link ComputeGraph}, as the graphs of llama.cpp do: which
 * tensors there are, what each is made from and what is computed in place. Widths are elements of a
 * token; everything is in 32 bit.
 *
 * <p>Source: build_attn, build_ffn and build_moe_ffn in ggml-org/llama.cpp src/llama-graph.cpp and
 * the graphs in src/models, as its scheduler prints them (GGML_SCHED_DEBUG).
 */
final class LayerGraph {

  private static final int BYTES = 4;

  private final ComputeGraph graph = new ComputeGraph();
  private final long tokens;
  private final boolean fusedGates;

  LayerGraph(long tokens) {
    this(tokens, true);
  }

  /**
   * @param fusedGates whether gating is one operation with a result of its own, and not two in
   *     place
   */
  LayerGraph(long tokens, boolean fusedGates) {
    this.tokens = tokens;
    this.fusedGates = fusedGates;
  }

  /**
   * What an attention layer is made of.
   *
   * @param query elements of all heads' queries
   * @param key elements of a token's keys
   * @param value elements of a token's values
   * @param answer elements of all heads' answers
   * @param gated whether queries come with a gate
   */
  record Attention(long query, long key, long value, long answer, boolean gated) {}

  /**
   * Latent attention over the compressed cache.
   *
   * @param queryRank 0 where queries are not compressed
   */
  record Latent(long heads, long queryRank, long rank, long rope, long nope, long value) {}

  /**
   * A recurrent layer.
   *
   * @param channels of its convolution
   * @param key elements of queries, and of keys
   * @param value elements of values
   * @param stateBytes of all sequences
   * @param historyBytes columns of the convolution, of all sequences
   */
  record Recurrent(long channels, long key, long value, long stateBytes, long historyBytes) {}

  /**
   * Routed and shared experts.
   *
   * @param used routed experts of a token
   * @param shared intermediate elements of shared experts
   * @param copiedBytes of the matrices of all routed experts where they are copied here, one at a
   *     time; 0 where they lie here
   */
  record Experts(long experts, int used, long size, long shared, long copiedBytes) {}

  /** A tensor of so many bytes from outside. */
  int input(long bytes) {
    return graph.add(bytes);
  }

  /** Hidden vectors from outside. */
  int hidden(long width) {
    return make(width);
  }

  /** The mask in 16 bit that a 32-bit one is cast to. */
  int cast(long bytes, int mask) {
    return graph.add(bytes, mask);
  }

  int attention(long hidden, Attention layer, Attending attending, int x) {
    int normed = norm(hidden, x);
    int projected = make(layer.gated() ? 2 * layer.query() : layer.query(), normed);
    boolean keys = attending.rotatesKeys();
    int positioned = rotated(layer.query(), make(layer.query(), projected), keys);
    int value = rotated(layer.value(), make(layer.value(), normed), attending.rotatesValues());
    int key = rotated(layer.key(), make(layer.key(), make(layer.key(), normed)), keys);
    graph.add(0, key);
    graph.add(0, value);
    int turned = attend(layer.answer(), positioned, attending);
    int answer = rotated(layer.answer(), turned, attending.rotatesValues());
    if (layer.gated()) {
      answer = over(layer.answer(), answer, over(layer.query(), make(layer.query(), projected)));
    }
    return over(hidden, make(hidden, answer), x);
  }

  int latentAttention(long hidden, Latent layer, Attending attending, int x) {
    int normed = norm(hidden, x);
    int compressed = layer.queryRank() == 0 ? normed : make(layer.queryRank(), normed);
    int query = make(layer.heads() * (layer.nope() + layer.rope()), compressed);
    int absorbed = make(layer.heads() * layer.rank(), query);
    int rotated = make(layer.heads() * layer.rope(), query);
    int all = make(layer.heads() * (layer.rank() + layer.rope()), absorbed, rotated);
    int latent = make(layer.rank() + layer.rope(), normed);
    int value = make(layer.rank(), latent);
    int key = make(layer.rank() + layer.rope(), value, make(layer.rope(), latent));
    graph.add(0, key);
    int answer = attend(layer.heads() * layer.rank(), all, attending);
    int expanded = make(layer.heads() * layer.value(), answer);
    int together = make(layer.heads() * layer.value(), expanded);
    return over(hidden, make(hidden, together), x);
  }

  /** By a Hadamard matrix, which evens out what is quantized. */
  private int rotated(long width, int x, boolean rotates) {
    return rotates ? make(width, x) : x;
  }

  private int attend(long answer, int query, Attending attending) {
    if (attending.elsewhere()) {
      graph.add(0, query);
      return make(answer);
    }
    int mask = attending.mask().getAsInt();
    int[] copied = copied(attending);
    if (attending.scoresBytes() == 0) {
      long bytes = answer * tokens * BYTES + attending.scratchBytes();
      return graph.add(bytes, and(copied, query, mask));
    }
    int scores = graph.add(attending.scoresBytes(), and(copied, query));
    int weights = graph.over(attending.scoresBytes(), scores, mask);
    return make(answer, make(answer, and(copied, weights)));
  }

  /** Keys and values of the layer, where they lie elsewhere. */
  private int[] copied(Attending attending) {
    long bytes = attending.copiedBytes();
    return bytes == 0 ? new int[0] : new int[] {graph.add(bytes)};
  }

  private static int[] and(int[] some, int... more) {
    return IntStream.concat(IntStream.of(more), IntStream.of(some)).toArray();
  }

  int recurrent(long hidden, Recurrent layer, int x) {
    int normed = norm(hidden, x);
    int history = graph.add(layer.historyBytes());
    int mixed = make(layer.channels(), normed);
    int input = graph.add(layer.channels() * tokens * BYTES + layer.historyBytes(), history, mixed);
    graph.add(0, input);
    int state = graph.add(layer.stateBytes());
    int convolved = over(layer.channels(), make(layer.channels(), input));
    int query = make(layer.key(), convolved);
    int key = make(layer.key(), convolved);
    int step =
        graph.add(
            layer.value() * tokens * BYTES + layer.stateBytes(), query, key, convolved, state);
    graph.add(0, step);
    int answer = over(layer.value(), make(layer.value(), step));
    int gate = over(layer.value(), make(layer.value(), normed));
    int gated = over(layer.value(), answer, gate);
    return over(hidden, make(hidden, gated), x);
  }

  int feedForward(long hidden, long size, int x) {
    return over(hidden, dense(hidden, size, norm(hidden, x)), x);
  }

  private int dense(long hidden, long size, int normed) {
    int gate = make(size, normed);
    int up = make(size, normed);
    return make(hidden, gated(size, gate, up));
  }

  private int gated(long width, int gate, int up) {
    return fusedGates ? make(width, gate, up) : over(width, over(width, gate), up);
  }

  int experts(long hidden, Experts layer, int x) {
    int normed = norm(hidden, x);
    int scores = make(layer.experts(), normed);
    int chosen = make(layer.experts(), scores);
    int weights = make(layer.used(), scores, chosen);
    int gate = routed(layer, layer.size(), normed, chosen);
    int up = routed(layer, layer.size(), normed, chosen);
    int inner = gated(layer.used() * layer.size(), gate, up);
    int down = routed(layer, hidden, inner, chosen);
    int weighted = over(layer.used() * hidden, down, weights);
    int sum = make(hidden, weighted, weighted);
    for (int i = 2; i < layer.used(); i++) {
      sum = over(hidden, sum, weighted);
    }
    if (layer.shared() > 0) {
      sum = over(hidden, sum, dense(hidden, layer.shared(), normed));
    }
    return over(hidden, sum, x);
  }

  /** What the experts of a token make of it, by matrices that may have to be copied here first. */
  private int routed(Experts layer, long width, int x, int chosen) {
    long copied = layer.copiedBytes();
    return copied == 0
        ? make(layer.used() * width, x, chosen)
        : make(layer.used() * width, x, chosen, graph.add(copied));
  }

  /** Logits of so many tokens behind the last layer. */
  void logits(long hidden, long vocabulary, long rows, int x) {
    int normed = norm(hidden, x);
    graph.add(rows * vocabulary * BYTES, normed);
  }

  long bytes() {
    return graph.bytes();
  }

  private int norm(long hidden, int x) {
    return over(hidden, make(hidden, x));
  }

  private int make(long width, int... uses) {
    return graph.add(width * tokens * BYTES, uses);
  }

  private int over(long width, int... uses) {
    return graph.over(width * tokens * BYTES, uses);
  }
}
