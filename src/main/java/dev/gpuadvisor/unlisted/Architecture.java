package dev.gpuadvisor.unlisted;

import static dev.gpuadvisor.unlisted.ArchitectureExtras.parallel;
import static dev.gpuadvisor.unlisted.ArchitectureExtras.withBiases;
import static dev.gpuadvisor.unlisted.ArchitectureExtras.withNormsBehind;

import dev.gpuadvisor.unlisted.ArchitectureExtras.Extra;
import java.util.List;
import java.util.Set;

/**
 * The architectures whose configurations are understood, by their {@code model_type}, with what
 * their configurations leave out.
 *
 * <p>Held against published parameter counts by a test, as far as configurations are at hand; the
 * others rest on their likeness to these.
 */
enum Architecture {
  LLAMA(
      plain(),
      names(
          "llama granite internlm2 internlm3 iquestcoder exaone xverse smollm llama_bidirec"
              + " bitnet cwm granite_swa")),
  MISTRAL(
      plain(),
      names("mistral ministral ministral3 mixtral voxtral_realtime_text bidir_mistral"),
      Trait.WINDOW,
      Trait.EXPERTS),
  SMOLLM3(plain(), names("smollm3"), Trait.TIED),
  MINICPM(plain(), names("minicpm"), Trait.TIED),
  MINICPM3(plain(), names("minicpm3"), Trait.LATENT, Trait.TIED),
  QWEN(plain(Extra.QKV_BIAS), names("qwen")),
  QWEN2(
      plain(Extra.QKV_BIAS),
      names(
          "qwen2 qwen2_vl qwen2_vl_text qwen2_5_vl"
              + " qwen2_5_vl_text qwen2_5_omni_text mimo dots_ocr GOT"),
      Trait.NO_OUTPUT_BIAS),
  QWEN2_MOE(
      plain(Extra.QKV_BIAS, Extra.SHARED_GATE),
      names("qwen2_moe"),
      Trait.EXPERTS,
      Trait.NO_OUTPUT_BIAS),
  QWEN3(
      plain(Extra.HEAD_NORMS),
      names(
          "qwen3 qwen3_moe qwen3_vl qwen3_vl_text qwen3_vl_moe qwen3_vl_moe_text"
              + " qwen3_omni_moe_text molmo2_text molmo2 mellum hunyuan_v1_dense hunyuan_v1_moe hunyuan"
              + " hunyuan_vl_text bidirectional_pplx_qwen3"),
      Trait.EXPERTS),
  QWEN3_NEXT(
      plain(Extra.HEAD_NORMS, Extra.SHARED_GATE),
      names("qwen3_next qwen3_5 qwen3_5_text qwen3_5_moe qwen3_5_moe_text"),
      Trait.EXPERTS,
      Trait.GATED_QUERY,
      Trait.HYBRID),
  GEMMA(plain(), names("gemma"), Trait.TIED),
  GEMMA2(withNormsBehind(), names("gemma2"), Trait.TIED),
  GEMMA3(withNormsBehind(Extra.HEAD_NORMS), names("gemma3_text gemma3"), Trait.TIED),
  GEMMA3N(withNormsBehind(Extra.HEAD_NORMS), names("gemma3n_text gemma3n"), Trait.TIED),
  GEMMA4(
      withNormsBehind(Extra.HEAD_NORMS),
      names("gemma4_text gemma4 gemma4_unified_text gemma4_unified" + " embedding_gemma2_text"),
      Trait.TIED,
      Trait.EXPERTS),
  PHI(
      parallel(
          Extra.NORM_BIAS,
          Extra.QKV_BIAS,
          Extra.OUTPUT_BIAS,
          Extra.FEED_FORWARD_BIAS,
          Extra.HEAD_BIAS),
      names("phi phi-msft"),
      Trait.UNGATED),
  PHI3(plain(), names("phi3 phi3_v phi4mm phi4_multimodal"), Trait.WINDOW),
  PHIMOE(plain(Extra.NORM_BIAS), names("phimoe"), Trait.WINDOW, Trait.EXPERTS),
  STARCODER2(withBiases(), names("starcoder2"), Trait.TIED, Trait.UNGATED, Trait.WINDOW),
  STABLELM(plain(Extra.NORM_BIAS), names("stablelm")),
  ARCEE(plain(), names("arcee cosmos3_edge_text"), Trait.UNGATED),
  NEMOTRON(plain(Extra.NORM_BIAS), names("nemotron"), Trait.UNGATED),
  DEEPSEEK2(
      plain(), names("deepseek_v2 deepseek_vl_v2 mistral4 youtu"), Trait.LATENT, Trait.EXPERTS),
  DEEPSEEK3(
      plain(Extra.ROUTER_BIAS),
      names(
          "deepseek_v3 deepseek_v32 kimi_k2 glm_moe_dsa glm4_moe_lite"
              + " axk1 axk2 hy_v4 hy_v4_vl_text hy_v4_vl"
              + " mistral_large4_text mistral_large4 longcat_flash dots3_note_text"),
      Trait.LATENT,
      Trait.EXPERTS),
  DEEPSEEK4(plain(Extra.ROUTER_BIAS), names("deepseek_v4"), Trait.EXPERTS),
  GPT_OSS(
      plain(Extra.SINKS, Extra.QKV_BIAS, Extra.OUTPUT_BIAS, Extra.EXPERT_BIASES, Extra.ROUTER_BIAS),
      names("gpt_oss"),
      Trait.EXPERTS),
  OLMO(plain(Extra.NO_NORMS), names("olmo")),
  NANOCHAT(plain(Extra.NO_NORMS), names("nanochat"), Trait.UNGATED),
  MODERN_DECODER(plain(), names("modernbert-decoder"), Trait.TIED),
  OLMO2(plain(Extra.QK_NORMS), names("olmo2 olmo3 olmoe flex_olmo"), Trait.EXPERTS),
  LARA(plain(Extra.HEAD_NORMS), names("lara_mini"), Trait.EXPERTS, Trait.HYBRID),
  OLMO_HYBRID(plain(Extra.QK_NORMS), names("olmo_hybrid"), Trait.HYBRID),
  COHERE(parallel(), names("cohere"), Trait.TIED),
  COHERE2(parallel(), names("cohere2 cohere2_moe"), Trait.TIED, Trait.EXPERTS),
  GLM(plain(Extra.QKV_BIAS), names("glm chatglm"), Trait.NO_OUTPUT_BIAS),
  GLM4(
      withNormsBehind(), names("glm4 glm4v_text glm4v glm_ocr_text glm_ocr"), Trait.NO_OUTPUT_BIAS),
  GLM4_MOE(
      plain(Extra.ROUTER_BIAS),
      names("glm4_moe glm4v_moe_text glm4v_moe"),
      Trait.EXPERTS,
      Trait.NO_OUTPUT_BIAS),
  HEAD_NORMED_MOE(
      plain(Extra.HEAD_NORMS, Extra.ROUTER_BIAS),
      names("dots1 bailing_moe bailing_moe_v2 hy_v3 sarvam_moe exaone_moe"),
      Trait.EXPERTS),
  PLAIN_MOE(
      plain(Extra.ROUTER_BIAS),
      names("solar_open ernie4_5_moe"),
      Trait.EXPERTS,
      Trait.NO_OUTPUT_BIAS),
  AFMOE(
      withNormsBehind(Extra.HEAD_NORMS, Extra.ROUTER_BIAS),
      names("afmoe beam"),
      Trait.EXPERTS,
      Trait.GATED_QUERY),
  FLINT(plain(Extra.HEAD_NORMS, Extra.SINKS), names("flint"), Trait.EXPERTS),
  KOLIBRI(withNormsBehind(Extra.HEAD_NORMS), names("kolibri1"), Trait.EXPERTS),
  ARCTIC(plain(), names("arctic"), Trait.EXPERTS),
  GROK(withNormsBehind(), names("grok-1 grok_1 grok grok1"), Trait.EXPERTS),
  INKLING(
      plain(Extra.HEAD_NORMS, Extra.ROUTER_BIAS),
      names("inkling_text inkling_mm_model"),
      Trait.EXPERTS),
  DOGE(plain(Extra.HEAD_NORMS), names("doge")),
  ZAYA(plain(), names("zaya"), Trait.TIED, Trait.EXPERTS),
  JETMOE(plain(), names("jetmoe"), Trait.TIED, Trait.EXPERTS),
  LAGUNA(plain(Extra.HEAD_NORMS, Extra.ROUTER_BIAS), names("laguna"), Trait.EXPERTS),
  STEP3(
      plain(Extra.HEAD_NORMS, Extra.ROUTER_BIAS),
      names("step3p5 step3p7 step3p7_text"),
      Trait.EXPERTS),
  ERNIE(plain(), names("ernie4_5 paddleocr_vl_text paddleocr_vl"), Trait.TIED),
  ERNIE_VL(
      plain(Extra.ROUTER_BIAS),
      names("ernie4_5_moe_vl ernie4_5_vl_moe ernie4_5_vl_moe_text"),
      Trait.TIED,
      Trait.EXPERTS),
  MINIMAX2(plain(Extra.QK_NORMS, Extra.ROUTER_BIAS), names("minimax_m2"), Trait.EXPERTS),
  MINIMAX3(
      plain(Extra.HEAD_NORMS, Extra.ROUTER_BIAS),
      names("minimax_m3 minimax_m3_text minimax_m3_vl minimax_m3_vl_text"),
      Trait.EXPERTS),
  MIMO2(
      plain(Extra.ROUTER_BIAS),
      names("mimo_v2_flash mimo_v2"),
      Trait.EXPERTS,
      Trait.NO_OUTPUT_BIAS),
  EXAONE4(plain(Extra.HEAD_NORMS), names("exaone4")),
  APERTUS(plain(Extra.HEAD_NORMS), names("apertus apertus1p5_text apertus1p5"), Trait.UNGATED),
  JAIS2(withBiases(), names("jais2"), Trait.UNGATED),
  SEED_OSS(plain(), names("seed_oss"), Trait.NO_OUTPUT_BIAS),
  LLAMA4(plain(), names("llama4_text llama4"), Trait.EXPERTS),
  MLLAMA(plain(), names("mllama_text_model mllama")),
  MUSE_GLIMMER(withNormsBehind(), names("muse_glimmer_text muse_glimmer"), Trait.GATED_QUERY),
  MUSE_SPARK(plain(), names("muse_spark_text muse_spark"), Trait.GATED_QUERY, Trait.EXPERTS),
  NEMOTRON_NAS(plain(Extra.NO_NORMS), names("nemotron-nas")),
  NEMOTRON_H(
      parallel(Extra.ROUTER_BIAS), names("nemotron_h"), Trait.UNGATED, Trait.EXPERTS, Trait.HYBRID),
  GRANITE_MOE(
      plain(),
      names(
          "granitemoe granitemoeshared granitemoe_swa aria_text deepseek dbrx unlimited_ocr_text"),
      Trait.EXPERTS),
  GRANITE_HYBRID(plain(), names("granitemoehybrid bamba"), Trait.EXPERTS, Trait.HYBRID),
  FALCON_H1(plain(), names("falcon_h1"), Trait.HYBRID),
  JAMBA(plain(), names("jamba"), Trait.EXPERTS, Trait.HYBRID),
  /** Mamba-2 in all layers; before some of them one of few blocks of attention that they share. */
  ZAMBA2(parallel(), names("zamba2"), Trait.TIED, Trait.HYBRID),
  /** Nothing but recurrent layers. */
  MAMBA(parallel(), names("mamba mamba2 falcon_mamba"), Trait.TIED, Trait.HYBRID),
  RECURRENT_GEMMA(
      plain(Extra.OUTPUT_BIAS, Extra.FEED_FORWARD_BIAS),
      names("recurrent_gemma"),
      Trait.TIED,
      Trait.HYBRID),
  MINIMAX1(plain(), names("minimax_text_01 minimax_m1 minimax"), Trait.EXPERTS, Trait.HYBRID),
  JAIS(withBiases(), names("jais"), Trait.TIED),
  LFM2(
      plain(Extra.HEAD_NORMS, Extra.ROUTER_BIAS),
      names("lfm2 lfm2_moe"),
      Trait.TIED,
      Trait.EXPERTS,
      Trait.HYBRID),
  LFM3(withNormsBehind(Extra.HEAD_NORMS), names("lfm3"), Trait.TIED, Trait.HYBRID),
  KIMI_DELTA(
      plain(Extra.ROUTER_BIAS),
      names("kimi_linear bailing_hybrid glm5_next_text glm5_next"),
      Trait.LATENT,
      Trait.EXPERTS,
      Trait.HYBRID),
  FALCON(parallel(Extra.NORM_BIAS), names("falcon"), Trait.UNGATED, Trait.TIED),
  GPT_NEOX(withBiases(), names("gpt_neox persimmon fuyu"), Trait.UNGATED),
  GPT_J(
      parallel(Extra.NORM_BIAS, Extra.FEED_FORWARD_BIAS, Extra.HEAD_BIAS),
      names("gptj codegen"),
      Trait.UNGATED),
  GPT_NEO(
      plain(Extra.NORM_BIAS, Extra.OUTPUT_BIAS, Extra.FEED_FORWARD_BIAS),
      names("gpt_neo"),
      Trait.UNGATED,
      Trait.TIED),
  MPT(plain(), names("mpt"), Trait.UNGATED, Trait.TIED),
  GPT2(
      withBiases(),
      names("gpt2 opt bloom gpt_bigcode openai-gpt biogpt xglm"),
      Trait.UNGATED,
      Trait.TIED),
  /** Not known: counted like Llama, which most are; refused where the fields say otherwise. */
  OTHER(plain(), names(""));

  private final ArchitectureExtras extras;
  private final List<String> names;
  private final Set<Trait> traits;

  Architecture(ArchitectureExtras extras, List<String> names, Trait... traits) {
    this.extras = extras;
    this.names = names;
    this.traits = Set.of(traits);
  }

  private static ArchitectureExtras plain(Extra... extras) {
    return ArchitectureExtras.of(extras);
  }

  private static List<String> names(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(" "));
  }

  List<String> names() {
    return names;
  }

  ArchitectureExtras extras() {
    return extras;
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
