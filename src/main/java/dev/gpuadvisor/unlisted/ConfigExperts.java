package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The experts of a configuration, which each family names in its own words. */
record ConfigExperts(ConfigReader reader, Architecture type, LayerPlan plan, int hidden) {

  private static final String[] NUMBERS = {
    "num_local_experts",
    "num_experts",
    "n_routed_experts",
    "moe_num_experts",
    "ffn_config.moe_num_experts"
  };
  private static final String[] PER_TOKEN = {
    "num_experts_per_tok",
    "num_experts_per_token",
    "top_k_experts",
    "moe_topk",
    "moe_k",
    "moe_top_k",
    "ffn_config.moe_top_k"
  };
  private static final String[] SIZES = {
    "moe_intermediate_size",
    "expert_ffn_hidden_size",
    "expert_intermediate_size",
    "ffn_config.ffn_hidden_size"
  };
  private static final String[] SHARED_SIZES = {
    "shared_expert_intermediate_size",
    "moe_shared_expert_intermediate_size",
    "shared_intermediate_size",
    "share_expert_dim"
  };
  private static final String[] SHARED = {
    "n_shared_experts", "num_shared_experts", "num_shared_expert", "moe_num_shared_experts"
  };

  private static final int MOST_SHARED = 64;

  /** Empty for a dense model. */
  Optional<MixtureOfExperts> experts() {
    String number = reader.anyOf(NUMBERS);
    boolean off =
        type == Architecture.GEMMA4 && !reader.flag("enable_moe_block", false)
            || type == Architecture.DOGE; // whose experts are rows of tables
    if (!reader.has(number) || off) {
      return Optional.empty();
    }
    int experts = reader.largest(number, Shape.MAX_EXPERTS, 0);
    boolean dense = type == Architecture.JAMBA && experts == 1; // which has no router then
    if (experts == 0 || dense) {
      return Optional.empty();
    }
    if (!type.has(Trait.EXPERTS)) {
      reader.refuseType(Msg.Fault.configType(), KnownTypes.all());
      return Optional.empty();
    }
    int sparse = sparseLayers();
    return sparse == 0 ? Optional.empty() : Optional.of(mixture(experts, sparse));
  }

  private MixtureOfExperts mixture(int experts, int sparse) {
    List<Integer> sizes = reader.counts(reader.anyOf(SIZES), Shape.MAX_FEED_FORWARD_SIZE);
    boolean twoGroups = type == Architecture.ERNIE_VL && sizes.size() == 2;
    int size = twoGroups ? sizes.get(0) : expertSize();
    int perToken = Math.max(1, reader.largest(reader.anyOf(PER_TOKEN), experts, 1));
    if (!reader.has(reader.anyOf(PER_TOKEN)) && type != Architecture.LLAMA4) {
      reader.count(PER_TOKEN[0], experts); // is missing
    }
    String width = reader.anyOf("moe_latent_size", "routed_expert_hidden_size", "moe_hidden_size");
    int given = reader.count(width, Shape.MAX_HIDDEN_SIZE, hidden);
    return new MixtureOfExperts(
        experts,
        perToken,
        size,
        sharedSize(size),
        sparse,
        given == hidden ? 0 : given,
        twoGroups ? sizes.get(1) : 0);
  }

  private int expertSize() {
    String name = reader.anyOf(SIZES);
    return reader.has(name)
        ? Math.max(1, reader.largest(name, Shape.MAX_FEED_FORWARD_SIZE, 1))
        : reader.count("intermediate_size", Shape.MAX_FEED_FORWARD_SIZE);
  }

  /** Of all shared experts together. */
  private int sharedSize(int size) {
    if (type == Architecture.LLAMA4) {
      return size;
    }
    int wide = reader.largest(reader.anyOf(SHARED_SIZES), Shape.MAX_FEED_FORWARD_SIZE, 0);
    int number = reader.largest(reader.anyOf(SHARED), MOST_SHARED, 0);
    return wide > 0 ? wide : number * size;
  }

  private int sparseLayers() {
    int count = 0;
    for (int layer = 0; layer < plan.layers(); layer++) {
      count += isSparse(layer) ? 1 : 0;
    }
    return count;
  }

  /** Whether a layer has experts. */
  boolean isSparse(int layer) {
    return rule().test(layer);
  }

  private IntPredicate rule() {
    if (type == Architecture.NEMOTRON_H) {
      return layer -> plan.is(layer, Part.EXPERTS);
    }
    List<String> kinds = reader.items("mlp_layer_types").orElse(List.of());
    if (!kinds.isEmpty()) {
      return layer -> layer >= kinds.size() || !kinds.get(layer).equals("dense");
    }
    List<String> flags = reader.items("is_moe_layer").orElse(List.of());
    if (!flags.isEmpty()) {
      return layer -> layer >= flags.size() || flags.get(layer).equals("true");
    }
    List<String> frequencies = reader.items("moe_layer_freq").orElse(List.of());
    if (!frequencies.isEmpty()) {
      return layer -> layer >= frequencies.size() || !frequencies.get(layer).equals("0");
    }
    if (type == Architecture.JAMBA) {
      int period = reader.count("expert_layer_period", plan.layers(), 2);
      int offset = reader.countFromZero("expert_layer_offset", plan.layers(), 1);
      return layer -> layer % period == offset;
    }
    String listed = reader.text("moe_layers_enum");
    if (!listed.isEmpty()) {
      List<String> layers = List.of(listed.split(","));
      return layer -> layers.contains(Integer.toString(layer));
    }
    return steps();
  }

  private IntPredicate steps() {
    int first =
        reader.largest(
            reader.anyOf(
                "first_k_dense_replace",
                "moe_layer_start_index",
                "num_dense_layers",
                "dense_mlp_idx",
                "moe_layer_num_skipped"),
            plan.layers(),
            0);
    String name =
        reader.anyOf(
            "moe_layer_freq",
            "decoder_sparse_step",
            "interleave_moe_layer_step",
            "moe_layer_interval",
            "moe_layer_frequency");
    int step = reader.count(name, plan.layers(), 1);
    List<String> dense = reader.items("mlp_only_layers").orElse(List.of());
    boolean fromOne = !name.equals("moe_layer_freq") || !reader.has(name);
    return layer ->
        layer >= first
            && (fromOne ? layer + 1 : layer) % step == 0
            && !dense.contains(Integer.toString(layer));
  }
}
