package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.Matrix.Block;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which weights a list of modules names, as lists of what is left in 16 bit have it: by whole names
 * ({@code model.layers.3.self_attn.q_proj}), with wildcards, or as regular expressions. Counted by
 * block and layer: all matrices of a block in a layer, or of one of its matrices its share.
 */
record KeptLayers(Shape shape, LayerPlan plan, ConfigExperts experts) {

  private static final double BITS_16 = 16;

  private static final Map<String, Matrix.Role> MATRICES =
      Map.ofEntries(
          Map.entry("q_proj", Matrix.Role.QUERY),
          Map.entry("q_b_proj", Matrix.Role.QUERY),
          Map.entry("k_proj", Matrix.Role.KEY),
          Map.entry("kv_a_proj_with_mqa", Matrix.Role.KEY),
          Map.entry("v_proj", Matrix.Role.VALUE),
          Map.entry("kv_b_proj", Matrix.Role.VALUE),
          Map.entry("o_proj", Matrix.Role.OUTPUT),
          Map.entry("gate_proj", Matrix.Role.GATE),
          Map.entry("up_proj", Matrix.Role.UP),
          Map.entry("down_proj", Matrix.Role.DOWN));

  private static final List<Block> FEED_FORWARD =
      List.of(Block.FEED_FORWARD, Block.SHARED_EXPERTS, Block.ROUTED_EXPERTS);

  /** A block, or one matrix of it, in some layers. */
  private record Named(Block block, String matrix) {}

  /** Weights that these patterns leave in 16 bit. */
  long left(List<String> patterns) {
    Map<Block, BitSet> whole = new EnumMap<>(Block.class);
    Set<String> single = new HashSet<>();
    double sum = 0;
    for (String pattern : patterns) {
      BitSet layers = layers(pattern);
      for (Named named : named(pattern)) {
        if (named.matrix().isEmpty()) {
          whole.computeIfAbsent(named.block(), any -> new BitSet()).or(layers);
        } else if (single.add(named.block() + pattern)) {
          sum += layers.cardinality() * share(named);
        }
      }
    }
    for (Map.Entry<Block, BitSet> entry : whole.entrySet()) {
      sum += ofBlock(entry.getKey(), entry.getValue());
    }
    return Math.round(Math.min(sum, elements()));
  }

  /**
   * Weights that are not among these, for a list of all that is quantized; those in 8 bit where the
   * format has 4 count as far as they take more.
   */
  long besides(List<String> matrices, String format) {
    double quantized = 0;
    double bits = format.equals("nvfp4") ? 4.5 : 8;
    for (String matrix : matrices) {
      double own = matrix.endsWith("NVFP4") ? 4.5 : 8;
      double weight = (BITS_16 - own) / (BITS_16 - bits);
      String name = matrix.substring(0, matrix.indexOf(' '));
      for (Named named : named(name)) {
        double one =
            named.matrix().isEmpty() ? ofBlock(named.block(), layers(name)) : ofOne(name, named);
        quantized += one * weight;
      }
    }
    return Math.round(Math.max(0, elements() - quantized));
  }

  private double ofOne(String name, Named named) {
    return layers(name).cardinality() * share(named);
  }

  double elements() {
    return Matrices.elements(Matrices.of(shape));
  }

  private BitSet layers(String pattern) {
    return LayerPattern.of(pattern).among(plan.layers());
  }

  /** What a name means: nothing for norms, routers, tables and towers, which stay anyhow. */
  private List<Named> named(String pattern) {
    String name = pattern.replace("\\", "");
    if (contains(
        name, "norm", "visual", "vision", "embed", "lm_head", "mtp", "conv1d", "bias", "indexer")) {
      return List.of();
    }
    if (contains(name, "shared_expert", "shared_mlp") && !name.endsWith("_gate")) {
      return List.of(named(Block.SHARED_EXPERTS, name));
    }
    if (contains(name, "experts")) {
      return List.of(named(Block.ROUTED_EXPERTS, name));
    }
    boolean attends = contains(name, "self_attn", "attention");
    if (!attends && contains(name, "linear_attn", "mamba", "in_proj", "out_proj", "A_log")) {
      return List.of(named(Block.RECURRENT, name));
    }
    if (contains(name, "attn", "attention", "q_proj", "k_proj", "v_proj", "o_proj")) {
      return List.of(named(Block.ATTENTION, name));
    }
    if (contains(name, "mlp", "feed_forward", "ffn") && contains(name, "proj", "w1", "w2", "w3")) {
      return List.of(named(Block.FEED_FORWARD, name));
    }
    if (contains(name, "gate_proj", "up_proj", "down_proj")) {
      return FEED_FORWARD.stream().map(block -> named(block, name)).toList();
    }
    if (trimmed(name).matches(".*(mlp|feed_forward|ffn|block_sparse_moe)")) {
      return FEED_FORWARD.stream().map(block -> new Named(block, "")).toList();
    }
    return LayerPattern.of(pattern).isWholeLayer()
        ? List.of(
            new Named(Block.ATTENTION, ""),
            new Named(Block.RECURRENT, ""),
            new Named(Block.FEED_FORWARD, ""),
            new Named(Block.SHARED_EXPERTS, ""),
            new Named(Block.ROUTED_EXPERTS, ""))
        : List.of();
  }

  /** A matrix by its last name where that is one of the usual; else the whole block. */
  private static Named named(Block block, String name) {
    String end = trimmed(name);
    String last = end.substring(Math.max(end.lastIndexOf('.'), end.lastIndexOf('*')) + 1);
    boolean single =
        block != Block.RECURRENT
            && MATRICES.containsKey(last)
            && (block != Block.ROUTED_EXPERTS || !name.contains("experts."));
    return new Named(block, single ? last : "");
  }

  /** Without the signs that anything may follow, or nothing. */
  private static String trimmed(String name) {
    int end = name.length();
    while (end > 0 && ".*$".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end);
  }

  private static boolean contains(String name, String... words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Elements that a block has in these layers. */
  private double ofBlock(Block block, BitSet layers) {
    int having = 0;
    int named = 0;
    for (int layer = 0; layer < plan.layers(); layer++) {
      if (has(block, layer)) {
        having++;
        named += layers.get(layer) ? 1 : 0;
      }
    }
    return having == 0 ? 0 : elements(block, "") * named / having;
  }

  /** Elements of one matrix in one layer, on average over the layers that have it. */
  private double share(Named named) {
    double count = Math.max(1, layersWith(named.block()));
    return elements(named.block(), named.matrix()) / count;
  }

  private long layersWith(Block block) {
    long count = 0;
    for (int layer = 0; layer < plan.layers(); layer++) {
      count += has(block, layer) ? 1 : 0;
    }
    return count;
  }

  private boolean has(Block block, int layer) {
    boolean sparse = shape.experts().isPresent() && experts.isSparse(layer);
    Part part = plan.parts().get(layer);
    return switch (block) {
      case ATTENTION -> part == Part.FULL || part == Part.SLIDING || part == Part.CROSS;
      case RECURRENT -> part == Part.RECURRENT;
      case FEED_FORWARD -> !sparse || part == Part.DENSE;
      case SHARED_EXPERTS, ROUTED_EXPERTS -> sparse;
    };
  }

  private double elements(Block block, String matrix) {
    double sum = 0;
    for (Matrix each : Matrices.of(shape)) {
      boolean matches = matrix.isEmpty() || each.role() == role(matrix);
      if (each.block() == block && matches) {
        sum += (double) each.elements() * each.count();
      }
    }
    return sum;
  }

  private static Matrix.Role role(String matrix) {
    return MATRICES.get(matrix);
  }
}
