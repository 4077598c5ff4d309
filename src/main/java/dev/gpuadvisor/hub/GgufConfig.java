package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code config.json} that a GGUF header amounts to: the same sizes by other names.
 *
 * <p>Source: gguf-py/gguf/constants.py of ggml-org/llama.cpp.
 */
final class GgufConfig {

  private static final Map<String, String> ARCHITECTURES =
      Map.ofEntries(
          Map.entry("qwen2moe", "qwen2_moe"),
          Map.entry("qwen3moe", "qwen3_moe"),
          Map.entry("gemma3", "gemma3_text"),
          Map.entry("command-r", "cohere"),
          Map.entry("cohere2", "cohere2"),
          Map.entry("deepseek2", "deepseek_v3"),
          Map.entry("glm4moe", "glm4_moe"),
          Map.entry("gpt-oss", "gpt_oss"),
          Map.entry("mistral3", "mistral"));

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("block_count", "num_hidden_layers"),
          Map.entry("embedding_length", "hidden_size"),
          Map.entry("feed_forward_length", "intermediate_size"),
          Map.entry("context_length", "max_position_embeddings"),
          Map.entry("attention.head_count", "num_attention_heads"),
          Map.entry("attention.head_count_kv", "num_key_value_heads"),
          Map.entry("attention.key_length", "head_dim"),
          Map.entry("attention.sliding_window", "sliding_window"),
          Map.entry("attention.kv_lora_rank", "kv_lora_rank"),
          Map.entry("attention.q_lora_rank", "q_lora_rank"),
          Map.entry("expert_used_count", "num_experts_per_tok"),
          Map.entry("expert_feed_forward_length", "moe_intermediate_size"),
          Map.entry("expert_shared_count", "n_shared_experts"),
          Map.entry("leading_dense_block_count", "first_k_dense_replace"));

  /** What configurations call the number of experts, each family in its way. */
  private static final List<String> EXPERTS =
      List.of("num_experts", "num_local_experts", "n_routed_experts");

  private GgufConfig() {}

  /** Empty where it says no sizes. */
  static Optional<ConfigFields> of(GgufHeader header) {
    if (header.architecture().isEmpty() || header.numbers("block_count").isEmpty()) {
      return Optional.empty();
    }
    String name = header.architecture();
    byte[] json =
        Json.bytes(
            out -> {
              out.writeStartObject();
              out.writeStringField("model_type", ARCHITECTURES.getOrDefault(name, name));
              for (Map.Entry<String, String> each : NAMES.entrySet()) {
                Optional<List<Long>> numbers = header.numbers(each.getKey());
                if (numbers.isPresent()) {
                  write(out, each.getValue(), numbers.get());
                }
              }
              for (String experts : EXPERTS) {
                if (header.numbers("expert_count").isPresent()) {
                  write(out, experts, header.numbers("expert_count").get());
                }
              }
              write(out, "vocab_size", vocabulary(header));
              if (header.isTied().isPresent()) {
                out.writeBooleanField("tie_word_embeddings", header.isTied().get());
              }
              out.writeEndObject();
            });
    return ConfigFields.parse(new String(json, UTF_8));
  }

  private static List<Long> vocabulary(GgufHeader header) {
    return header.numbers("vocab_size").orElseGet(() -> List.of(header.vocabulary()));
  }

  /** One number for each layer is written as one where all are alike. */
  private static void write(JsonGenerator out, String name, List<Long> numbers) throws IOException {
    boolean alike = numbers.stream().distinct().count() == 1;
    if (alike) {
      out.writeNumberField(name, numbers.get(0));
    } else if (!numbers.isEmpty()) {
      out.writeArrayFieldStart(name);
      for (long number : numbers) {
        out.writeNumber(number);
      }
      out.writeEndArray();
    }
  }
}
