package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.text.Msg;
import java.util.List;

/**
 * Parameters of what reads images or sound beside a language model. Each formula equals the
 * parameter count of transformers' module, or the published total, as far as a configuration is at
 * hand; sound is a constant where its part of the configuration says nothing.
 */
record ConfigTowers(ConfigReader reader, Architecture type, String wholeType, int hidden) {

  private static final int MOST = 1 << 14;

  /** Gemma 4 E2B and E4B; each has a projection of 1536 besides. */
  private static final long GEMMA4_SOUND = 304_824_608;

  /** Gemma 3n, image and sound together. */
  private static final long GEMMA3N = 983_281_504;

  /** Phi-4-multimodal: image and sound, and of each LoRA rank the widths of its matrices. */
  private static final long PHI4_TOWERS = 907_966_432;

  /** The same as transformers has it, without the LoRA. */
  private static final long PHI4_TOWERS_OF_TRANSFORMERS = 907_982_272;

  private static final long PHI4_LORA_WIDTHS = 1_441_792;

  /** Apertus 1.5: what turns pictures and sound into words of its vocabulary. */
  private static final long APERTUS_TOKENIZERS = 226_457_088;

  /** CLIP ViT-L/14-336, with the projection of Phi-3.5-vision. */
  private static final long PHI3_VISION = 325_541_888;

  long parameters() {
    return image() + sound();
  }

  private long image() {
    return switch (type) {
      case GEMMA3N -> has("vision_config") ? GEMMA3N : 0;
      case PHI3 -> ofPhi();
      default -> {
        if (has("vit_config")) {
          yield new MergingTower(new VisionTower(part("vit_config"), hidden)).ovis(reader.whole());
        }
        yield has("vision_config") || isTowerImplied() ? ofVision() : 0;
      }
    };
  }

  /** Whether its class builds a tower even where no part of the configuration describes one. */
  private boolean isTowerImplied() {
    return switch (wholeType) {
      case "GOT", "llama4" -> true;
      case "mistral4" -> !readsTextAlone();
      default -> false;
    };
  }

  private long ofVision() {
    VisionTower tower = new VisionTower(part(), hidden);
    return switch (wholeType) {
      case "qwen3_vl",
          "qwen3_vl_moe",
          "qwen3_omni_moe",
          "qwen3_omni_moe_thinker",
          "qwen3_5",
          "qwen3_5_moe",
          "qwen4_exp" ->
          tower.qwen3(wholeType.contains("vl"));
      case "qwen2_5_vl", "qwen2_5_omni", "qwen2_5_omni_thinker" -> tower.qwen25();
      case "qwen2_vl" -> tower.qwen2();
      case "gemma3", "shieldgemma2" ->
          tower.siglip(true) + tower.pooling(false) + (long) tower.width() * hidden + tower.width();
      case "smolvlm", "idefics3" ->
          tower.siglip(true) + (long) tower.width() * hidden * square(scale());
      case "llava_next" ->
          part().text("model_type").startsWith("siglip")
              ? new OwnTower(tower).pooledSiglip(reader.whole()) + hidden
              : tower.clip() + hidden;
      case "llava_onevision" ->
          tower.siglip(true) + tower.pooling(false) + tower.projection(hidden) + hidden;
      case "aya_vision", "cohere2_vision" -> new OwnTower(tower).cohere(reader.whole());
      case "lfm2_vl" -> new OwnTower(tower).lfm2(reader.whole());
      case "exaone4_5" -> new OwnTower(tower).exaone();
      case "deepseek_vl_v2" -> ofDeepSeek(tower);
      case "paligemma" ->
          tower.siglip(true) + tower.pooling(false) + (long) tower.width() * hidden + hidden;
      case "llava", "mistral3", "mistral_large4", "mistral4", "pixtral", "lighton_ocr" ->
          isClip() ? tower.clip() : tower.pixtral(!wholeType.equals("llava"));
      case "internvl", "internvl_chat", "qianfan_ocr", "interns1" -> tower.internVit();
      case "ernie4_5_vl_moe", "ernie4_5_moe_vl" -> new MergingTower(tower).ernie();
      case "dots_ocr" -> new MergingTower(tower).dotsOcr();
      case "minicpmv" -> new MergingTower(tower).resampled(reader.whole());
      case "minimax_m3_vl" -> new MergingTower(tower).minimax(reader.whole());
      case "glm_ocr" -> new MergingTower(tower).glmOcr();
      case "paddleocr_vl" -> new MergingTower(tower).paddle();
      case "minicpmv4_6", "minicpmv4_7" -> new MergingTower(tower).miniCpm(reader.whole());
      case "kimi_vl", "kimi_k25", "kimi_k3" -> tower.moon();
      case "glm4v", "glm4v_moe", "glm46v" -> new OwnTower(tower).glm();
      case "glm5_next" -> new OwnTower(tower).glm5();
      case "gemma4", "gemma4_unified" -> new OwnTower(tower).gemma4();
      case "llama4" -> new OwnTower(tower).llama4();
      case "mllama" -> new OwnTower(tower).mllama();
      case "muse_glimmer", "muse_spark" -> new OwnTower(tower).muse();
      case "apertus1p5" -> APERTUS_TOKENIZERS;
      case "hyperclovax_vision_v2" ->
          tower.qwen25() + (tower.size("out_hidden_size", hidden) + 1L) * hidden;
      case "llava_next_video" -> tower.clip() + hidden;
      case "vipllava" -> new FurtherTower(tower).vipLlava(reader.whole());
      case "video_llava" -> new FurtherTower(tower).videoLlava(reader.whole());
      case "idefics2" -> new FurtherTower(tower).idefics2(reader.whole(), reader);
      case "ovis2" -> new FurtherTower(tower).ovis2(reader.whole());
      case "step3p7" -> new FurtherTower(tower).step();
      case "deepseek_vl" -> tower.siglip(true) + tower.pooling() + tower.projection(hidden);
      case "GOT", "got_ocr2", "pp_chart2table" -> new FurtherTower(tower).gotOcr();
      case "unlimited_ocr" -> new FurtherTower(tower).samAndClip();
      case "molmo2" -> new FurtherTower(tower).molmo(reader.whole());
      case "hunyuan_vl" -> new FurtherTower(tower).hunyuan(false);
      case "hy_v4_vl" -> new FurtherTower(tower).hunyuan(true);
      case "aria" -> new FurtherTower(tower).aria(reader.whole());
      case "video_llama_3" -> new FurtherTower(tower).videoLlama();
      case "cosmos3_edge" -> new FurtherTower(tower).cosmos(reader.whole());
      case "lfm3_vl" -> new FurtherTower(tower).lfm3(reader.whole());
      case "dots3_note" -> new OwnTower(tower).dots();
      default -> unknown("vision_config");
    };
  }

  /** DeepSeek's read images by SigLIP, those for documents by SAM and one of two encoders. */
  private long ofDeepSeek(VisionTower tower) {
    FurtherTower further = new FurtherTower(tower);
    return tower.reader().has("width.qwen2-0-5b")
        ? further.samAndQwen()
        : tower.reader().has("width.sam_vit_b")
            ? further.samAndClipWithPatches()
            : new OwnTower(tower).deepSeek();
  }

  private boolean readsTextAlone() {
    List<String> classes = reader.whole().items("architectures").orElse(List.of());
    return !classes.isEmpty() && classes.stream().allMatch(name -> name.endsWith("ForCausalLM"));
  }

  private boolean isClip() {
    return part().text("model_type").equals("clip_vision_model");
  }

  /** Towers that are not understood would be missing in the sum, so they are named instead. */
  private long unknown(String part) {
    boolean image = part.startsWith("vision");
    reader.whole().refuse(part, image ? Msg.Fault.configTower() : Msg.Fault.configSound());
    return 0;
  }

  private long ofPhi() {
    if (wholeType.equals("phi4_multimodal")) {
      return PHI4_TOWERS_OF_TRANSFORMERS;
    }
    if (wholeType.equals("phi4mm")) {
      long ranks =
          reader.whole().countFromZero("vision_lora.r", MOST, 0)
              + (long) reader.whole().countFromZero("speech_lora.r", MOST, 0);
      return PHI4_TOWERS + ranks * PHI4_LORA_WIDTHS;
    }
    return wholeType.equals("phi3_v") ? PHI3_VISION : 0;
  }

  private long sound() {
    if (!has("audio_config") && !wholeType.startsWith("granite_speech")) {
      return 0;
    }
    return switch (wholeType) {
      case "gemma4" -> GEMMA4_SOUND + 1536L * hidden;
      case "muse_spark" -> ofMuseSpark();
      case "dots3_note" -> encoder();
      case "qwen2_5_omni", "qwen2_5_omni_thinker" -> omni().qwen25();
      case "qwen3_omni_moe", "qwen3_omni_moe_thinker", "qwen3_asr" -> omni().qwen3();
      case "voxtral" -> speech().voxtral();
      case "qwen2_audio" -> speech().qwen2Audio();
      case "audioflamingo3", "musicflamingo" -> speech().audioFlamingo();
      case "glmasr" -> speech().glmAsr();
      case "voxtral_realtime" -> speech().voxtralRealtime();
      case "granite_speech", "granite_speech_plus" -> speech().granite();
      case "gemma3n", "gemma4_unified", "apertus1p5", "phi4mm", "phi4_multimodal" ->
          0; // counted with what reads images
      default -> unknown("audio_config");
    };
  }

  private SpeechTower speech() {
    return new SpeechTower(reader.whole(), hidden);
  }

  private OmniSound omni() {
    return new OmniSound(new VisionTower(part("audio_config"), hidden));
  }

  private long encoder() {
    return new VisionTower(part("audio_config"), hidden).encoder();
  }

  /** Convolutional blocks of four sizes, and what leads from one to the next. */
  private long ofMuseSpark() {
    long sum = 0;
    long before = 1;
    List<Integer> sizes = reader.whole().counts("audio_config.hidden_sizes", MOST);
    List<Integer> depths = reader.whole().counts("audio_config.depths", MOST);
    List<Integer> patches = reader.whole().counts("audio_config.patch_sizes", MOST);
    for (int at = 0; at < Math.min(sizes.size(), Math.min(depths.size(), patches.size())); at++) {
      long size = sizes.get(at);
      sum += depths.get(at) * 8 * size * size + before * size * patches.get(at);
      before = size;
    }
    return sum + before * hidden;
  }

  private boolean has(String part) {
    return reader.whole().has(path(part));
  }

  private int scale() {
    return reader.whole().count("scale_factor", 64, 2);
  }

  private static long square(long number) {
    return number * number;
  }

  private ConfigReader part() {
    return part("vision_config");
  }

  private ConfigReader part(String name) {
    return reader.whole().part(path(name));
  }

  /** Models that speak too have their towers with what thinks. */
  private String path(String name) {
    String thinking = "thinker_config." + name;
    return reader.whole().has(thinking) ? thinking : name;
  }
}
