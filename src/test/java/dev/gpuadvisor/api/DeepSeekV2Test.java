package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Latent attention and 160 experts, from a configuration that the catalogue does not have. */
class DeepSeekV2Test {

  /** Its published 236B parameters in BF16. */
  @Test
  void deepSeekV2IsSizedFromItsConfiguration() {
    String config =
        """
        {"model_type": "deepseek_v2", "num_hidden_layers": 60, "hidden_size": 5120,
         "num_attention_heads": 128, "num_key_value_heads": 128, "intermediate_size": 12288,
         "moe_intermediate_size": 1536, "n_routed_experts": 160, "n_shared_experts": 2,
         "num_experts_per_tok": 6, "first_k_dense_replace": 1, "kv_lora_rank": 512,
         "q_lora_rank": 1536, "qk_nope_head_dim": 128, "qk_rope_head_dim": 64,
         "v_head_dim": 128, "vocab_size": 102400, "tie_word_embeddings": false,
         "max_position_embeddings": 163840, "torch_dtype": "bfloat16"}""";
    String body = "{\"config\": " + config + ", \"quantization\": \"bf16\"}";

    JsonNode answer = Asking.json(Asking.post("/v1/estimate", body));

    assertEquals(439.1, answer.at("/memory/weights_gib").asDouble(), 0.1, answer::toString);
  }
}
