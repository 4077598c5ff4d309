package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Repositories of the stand-in, as they are published. */
final class Repositories {

  /** As it is published, without what has nothing to do with its shape. */
  static final String QWEN =
      """
      {"architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "hidden_act": "silu",
       "hidden_size": 5120, "intermediate_size": 13824, "max_position_embeddings": 32768,
       "max_window_layers": 70, "model_type": "qwen2", "num_attention_heads": 40,
       "num_hidden_layers": 48, "num_key_value_heads": 8, "rms_norm_eps": 1e-06,
       "rope_theta": 1000000.0, "sliding_window": 131072, "tie_word_embeddings": false,
       "torch_dtype": "bfloat16", "use_cache": true, "use_sliding_window": false,
       "vocab_size": 152064}\
      """;

  static final String TINY =
      """
      {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 64,
       "intermediate_size": 128, "num_hidden_layers": 1, "num_attention_heads": 4,
       "num_key_value_heads": 2, "vocab_size": 1000, "tie_word_embeddings": false,
       "max_position_embeddings": 4096, "torch_dtype": "bfloat16"}\
      """;

  static final String[] TENSORS = {
    "model.embed_tokens.weight BF16 1000 64",
    "lm_head.weight BF16 1000 64",
    "model.norm.weight BF16 64",
    "model.layers.0.input_layernorm.weight BF16 64",
    "model.layers.0.post_attention_layernorm.weight BF16 64",
    "model.layers.0.self_attn.q_proj.weight BF16 64 64",
    "model.layers.0.self_attn.k_proj.weight BF16 32 64",
    "model.layers.0.self_attn.v_proj.weight BF16 32 64",
    "model.layers.0.self_attn.o_proj.weight BF16 64 64",
    "model.layers.0.mlp.gate_proj.weight BF16 128 64",
    "model.layers.0.mlp.up_proj.weight BF16 128 64",
    "model.layers.0.mlp.down_proj.weight BF16 64 128",
    "model.layers.1.eh_proj.weight BF16 64 128", // of a layer that predicts further tokens
  };

  static final long TINY_PARAMETERS = 165_056;

  private Repositories() {}

  static StandInRepository qwen(String id) {
    return new StandInRepository(id)
        .small("config.json", QWEN)
        .small(
            "model.safetensors.index.json",
            "{\"metadata\": {\"total_size\": 29540067328}, \"weight_map\": {\"a\": \"b\"}}")
        .large("model-00001-of-00002.safetensors", new byte[8], 20_000_000_000L)
        .large("model-00002-of-00002.safetensors", new byte[8], 9_540_100_000L)
        .saying("\"safetensors\": {\"parameters\": {\"BF16\": 14770033664}}")
        .saying("\"pipeline_tag\": \"text-generation\"");
  }

  static StandInRepository tiny(String id) {
    byte[] header = StandInRepository.header(TENSORS);
    return new StandInRepository(id)
        .small("config.json", TINY)
        .large("model.safetensors", header, header.length + 2 * (TINY_PARAMETERS + 64 * 128));
  }

  /** Configurations as they are published, without what has nothing to do with the shape. */
  static byte[] config(String model) {
    String text =
        switch (model) {
          case "meta-llama/Llama-3.1-8B" ->
              """
              {"model_type": "llama", "hidden_size": 4096, "intermediate_size": 14336,
               "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8,
               "vocab_size": 128256, "max_position_embeddings": 131072,
               "tie_word_embeddings": false, "torch_dtype": "bfloat16"}\
              """;
          case "Qwen/Qwen2.5-Coder-7B-Instruct" ->
              """
              {"model_type": "qwen2", "hidden_size": 3584, "intermediate_size": 18944,
               "num_hidden_layers": 28, "num_attention_heads": 28, "num_key_value_heads": 4,
               "vocab_size": 152064, "max_position_embeddings": 32768,
               "tie_word_embeddings": false, "torch_dtype": "bfloat16"}\
              """;
          case "Qwen/Qwen3-Coder-30B-A3B-Instruct" ->
              """
              {"model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 5472,
               "num_hidden_layers": 48, "num_attention_heads": 32, "num_key_value_heads": 4,
               "head_dim": 128, "num_experts": 128, "num_experts_per_tok": 8,
               "moe_intermediate_size": 768, "decoder_sparse_step": 1, "mlp_only_layers": [],
               "vocab_size": 151936, "max_position_embeddings": 262144,
               "tie_word_embeddings": false, "torch_dtype": "bfloat16"}\
              """;
          default -> throw new IllegalArgumentException(model);
        };
    return text.getBytes(UTF_8);
  }
}
