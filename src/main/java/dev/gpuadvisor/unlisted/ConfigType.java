package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.unlisted.ArchitectureExtras.Extra;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The architectures whose configurations are understood, by their {@code model_type}, with what
 * their configurations leave out.
 *
 * <p>Held against the catalogue's parameter counts by a test, but for granite, internlm3, gemma,
 * kimi_k2 and the language models of Qwen-VL, which rest on their likeness to the others.
 */
enum ConfigType {
  LLAMA(ArchitectureExtras.PLAIN, false, "llama", "mistral", "mixtral", "granite", "internlm3"),
  SMOLLM3(ArchitectureExtras.PLAIN, true, "smollm3"),
  QWEN(ArchitectureExtras.of(Extra.QKV_BIAS), false, "qwen"),
  QWEN2(ArchitectureExtras.of(Extra.QKV_BIAS), false, "qwen2", "qwen2_vl_text", "qwen2_5_vl_text"),
  QWEN2_MOE(ArchitectureExtras.of(Extra.QKV_BIAS_AND_SHARED_GATE), false, "qwen2_moe"),
  QWEN3(ArchitectureExtras.of(Extra.HEAD_NORMS), false, "qwen3", "qwen3_moe", "qwen3_vl_text"),
  GEMMA(ArchitectureExtras.PLAIN, true, "gemma"),
  GEMMA2(ArchitectureExtras.withNormsBehind(Extra.NONE), true, "gemma2"),
  GEMMA3(ArchitectureExtras.withNormsBehind(Extra.HEAD_NORMS), true, "gemma3_text", "gemma3"),
  PHI3(ArchitectureExtras.PLAIN, false, "phi3"),
  DEEPSEEK2(ArchitectureExtras.PLAIN, false, "deepseek_v2"),
  DEEPSEEK3(ArchitectureExtras.of(Extra.ROUTER_BIAS), false, "deepseek_v3", "kimi_k2"),
  GPT_OSS(ArchitectureExtras.of(Extra.BIASES_AND_SINKS), false, "gpt_oss"),
  OLMO2(ArchitectureExtras.of(Extra.QK_NORMS), false, "olmo2"),
  COHERE(ArchitectureExtras.parallel(), true, "cohere"),
  COHERE2(ArchitectureExtras.parallel(), true, "cohere2"),
  /** Not known: counted like Llama, which most are; refused where experts are in play. */
  OTHER(ArchitectureExtras.PLAIN, false);

  private final ArchitectureExtras family;
  private final boolean tiedByDefault;
  private final List<String> names;

  ConfigType(ArchitectureExtras family, boolean tiedByDefault, String... names) {
    this.family = family;
    this.tiedByDefault = tiedByDefault;
    this.names = List.of(names);
  }

  static ConfigType of(String modelType) {
    Optional<ConfigType> known =
        Arrays.stream(values()).filter(type -> type.names.contains(modelType)).findFirst();
    return known.orElse(OTHER);
  }

  static List<String> known() {
    return Arrays.stream(values()).flatMap(type -> type.names.stream()).toList();
  }

  /** Llama's family takes biases where the configuration says so. */
  ArchitectureExtras family(boolean attentionBias) {
    boolean plainWithBias = attentionBias && (this == LLAMA || this == OTHER);
    return plainWithBias ? ArchitectureExtras.of(Extra.QKVO_BIAS) : family;
  }

  boolean tiedByDefault() {
    return tiedByDefault;
  }

  boolean hasLatentAttention() {
    return this == DEEPSEEK2 || this == DEEPSEEK3;
  }
}
