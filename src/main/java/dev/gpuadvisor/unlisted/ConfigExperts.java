package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** The experts of a configuration, which each family names in its own words. */
record ConfigExperts(ConfigReader reader, ConfigType type, int layers, int hidden) {

  private static final List<String> NUMBERS =
      List.of("num_local_experts", "num_experts", "n_routed_experts");

  private static final int MOST_SHARED = 64;

  /** Empty for a dense model. */
  Optional<MixtureOfExperts> experts() {
    Optional<String> number = NUMBERS.stream().filter(reader::has).findFirst();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    int experts = reader.countFromZero(number.get(), Shape.MAX_EXPERTS, 0);
    if (experts == 0) {
      return Optional.empty();
    }
    if (type == ConfigType.OTHER) {
      reader.refuseType(Msg.Fault.configType(), ConfigType.known());
    }
    int withExperts = layersWithExperts();
    return withExperts == 0 ? Optional.empty() : Optional.of(mixture(experts, withExperts));
  }

  private MixtureOfExperts mixture(int experts, int withExperts) {
    boolean ownSize = reader.has("moe_intermediate_size");
    int size =
        reader.count(
            ownSize ? "moe_intermediate_size" : "intermediate_size", Shape.MAX_FEED_FORWARD_SIZE);
    int perToken = reader.count("num_experts_per_tok", experts);
    return MixtureOfExperts.of(experts, perToken, size, shared(size), withExperts);
  }

  /** As a number of experts of the usual size, which one wide shared expert is the same as. */
  private int shared(int size) {
    int wide =
        reader.countFromZero("shared_expert_intermediate_size", Shape.MAX_FEED_FORWARD_SIZE, 0);
    int ofWide = Math.min(MOST_SHARED, (wide + size - 1) / size);
    return reader.countFromZero("n_shared_experts", MOST_SHARED, ofWide);
  }

  private int layersWithExperts() {
    int first = reader.countFromZero("first_k_dense_replace", layers, 0);
    int step =
        reader.count(
            reader.has("moe_layer_freq") ? "moe_layer_freq" : "decoder_sparse_step", layers, 1);
    List<String> dense = reader.items("mlp_only_layers").orElse(List.of());
    boolean countsFromOne = !reader.has("moe_layer_freq");
    int count = 0;
    for (int layer = first; layer < layers; layer++) {
      boolean sparse = (countsFromOne ? layer + 1 : layer) % step == 0;
      count += sparse && !dense.contains(Integer.toString(layer)) ? 1 : 0;
    }
    return count;
  }
}
