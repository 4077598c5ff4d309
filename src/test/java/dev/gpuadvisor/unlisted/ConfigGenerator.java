package dev.gpuadvisor.unlisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Configurations that nobody would publish: real ones with some of their fields lost, doubled, or
 * turned into something hostile.
 */
public final class ConfigGenerator {

  private static final JsonNode CONFIGS = configs();

  /** JSON as it stands in a body. */
  private static final List<String> HOSTILE =
      List.of(
          "-1",
          "0",
          "1",
          "2",
          "7",
          "511",
          "512",
          "1024",
          "65536",
          "131072",
          "524288",
          "1048576",
          "2147483647",
          "2147483648",
          "-9223372036854775808",
          "99999999999999999999999999",
          "1e999999999",
          "-1e-999999999",
          "4096.0",
          "true",
          "false",
          "null",
          "\"4096\"",
          "\"\"",
          "\"\\ud800\"",
          "\"{model}\"",
          "[]",
          "[[[[[[1]]]]]]",
          "[1,2,{\"a\":[3]}]",
          "{}",
          "{\"hidden_size\":4096}",
          "[\"sliding_attention\",\"linear_attention\"]");

  private static final List<String> OTHERS =
      List.of(
          "text_config",
          "head_dim",
          "num_local_experts",
          "n_routed_experts",
          "moe_intermediate_size",
          "shared_expert_intermediate_size",
          "n_shared_experts",
          "decoder_sparse_step",
          "moe_layer_freq",
          "mlp_only_layers",
          "first_k_dense_replace",
          "layer_types",
          "sliding_window",
          "sliding_window_pattern",
          "max_window_layers",
          "use_sliding_window",
          "attention_bias",
          "quantization_config",
          "q_lora_rank",
          "model_type");

  private final Random random;

  public ConfigGenerator(long seed) {
    this.random = new Random(seed);
  }

  public String next() {
    List<String> fields = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    CONFIGS.fieldNames().forEachRemaining(ids::add);
    JsonNode config = CONFIGS.path(ids.get(random.nextInt(ids.size())));
    config
        .properties()
        .forEach(
            field -> {
              if (random.nextInt(30) > 0) {
                String value = random.nextInt(12) == 0 ? hostile() : field.getValue().toString();
                fields.add(quoted(field.getKey()) + value);
              }
            });
    for (int i = random.nextInt(3); i > 0; i--) {
      fields.add(quoted(OTHERS.get(random.nextInt(OTHERS.size()))) + hostile());
    }
    return "{" + String.join(",", fields) + "}";
  }

  private static String quoted(String name) {
    return "\"" + name + "\":";
  }

  private String hostile() {
    return HOSTILE.get(random.nextInt(HOSTILE.size()));
  }

  private static JsonNode configs() {
    try (InputStream file = ConfigGenerator.class.getResourceAsStream("/configs.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
