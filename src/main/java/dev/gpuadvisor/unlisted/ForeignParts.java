package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a configuration has that no formula counts: then a sum would be wrong, and fields that are
 * missing would be the wrong thing to complain of.
 */
record ForeignParts(ConfigReader reader, Architecture type) {

  /**
   * Fields of encoders in BERT's manner, of sound written in codes or made by a flow, of layers
   * each of its own size, and of recurrent blocks.
   */
  private static final List<String> NOT_OF_LLAMA =
      List.of(
          "type_vocab_size",
          "attention_probs_dropout_prob",
          "hidden_dropout_prob",
          "activation_dropout",
          "scale_embedding",
          "is_decoder",
          "num_codebooks",
          "n_codebooks",
          "codebook_size",
          "audio_vocab_size",
          "flow_head_config",
          "per_layer_config",
          "projection_dim",
          "upsampling_factor",
          "lru_width",
          "use_position_ids", // Molmo, whose tower is in its code alone
          "H_cycles");

  private static final List<String> TWO_PARTS =
      List.of("encoder_layers", "num_encoder_layers", "num_decoder_layers", "decoder");

  /** Names of parts beside a language model end so. */
  private static final List<String> PARTS =
      List.of(
          "tokenizer_config",
          "encoder_config",
          "decoder_config",
          "codec_config",
          "qformer_config",
          "backbone_config",
          "vq_config",
          "vit_config");

  private static final List<String> OF_DRAFTERS =
      List.of("draft_vocab_size", "speculators_model_type", "speculators_config");

  /**
   * {@code LlamaForCausalLMEagle3}, {@code Gemma4AssistantForCausalLM}, {@code DeepSeekMTPModel}.
   */
  private static final Pattern DRAFTER =
      Pattern.compile("Eagle|Medusa|Speculator|DFlash|DSpark|AssistantFor|MTP(Model)?$|NextN$");

  private static final Pattern DRAFTER_TYPE =
      Pattern.compile("^(eagle|medusa|dflash|dspark)|speculator|_assistant$|_mtp$");

  /** {@code LLaDAModelLM}, {@code Dream}, {@code diffusion_gemma}: they write in rounds. */
  private static final Pattern DIFFUSION =
      Pattern.compile("^(llada|dream$|diffusion_gemma)|_diffusion$");

  /** {@code siglip_text_model}, {@code blt_local_decoder}: one part of a model that has several. */
  private static final Pattern ONE_PART = Pattern.compile("_(text_model|encoder|decoder|patcher)$");

  private static final List<String> OF_IMAGES_AND_SOUND =
      List.of("image_size", "patch_size", "num_channels", "num_mel_bins", "sampling_rate");

  /** A kind of such things: the field that shows one, where there is one, and what is said. */
  private record Kind(ConfigReader reader, Optional<String> field, Message detail) {}

  /**
   * Refuses the first such thing.
   *
   * @param isEncoder whether it is an encoder, or Whisper, whose fields are understood
   */
  void refuse(boolean isEncoder) {
    kinds(isEncoder)
        .filter(kind -> kind.field().isPresent())
        .findFirst()
        .ifPresent(kind -> kind.reader().refuse(kind.field().get(), kind.detail()));
  }

  private Stream<Kind> kinds(boolean isEncoder) {
    ConfigReader whole = reader.whole();
    Kind drafter = new Kind(whole, drafter(), Msg.Uncovered.drafter());
    boolean inRounds = DIFFUSION.matcher(whole.text("model_type").toLowerCase(Locale.ROOT)).find();
    Kind diffusion = new Kind(whole, type(inRounds), Msg.Uncovered.diffusionLanguageModel());
    Kind part =
        new Kind(
            whole, whole.names().stream().filter(this::isPart).findFirst(), Msg.Fault.configPart());
    if (isEncoder) {
      boolean beside = reader.isPart() || whole.has("vision_config");
      return Stream.of(part, new Kind(whole, type(beside), Msg.Fault.configPart()));
    }
    if (type != Architecture.OTHER) {
      return Stream.of(drafter, diffusion, part);
    }
    boolean both = reader.written("is_encoder_decoder").equals("true");
    return Stream.of(
        drafter,
        diffusion,
        part,
        new Kind(
            reader,
            both ? Optional.of("is_encoder_decoder") : firstOf(TWO_PARTS),
            Msg.Fault.configTwoParts()),
        new Kind(reader, firstOf(NOT_OF_LLAMA), Msg.Fault.configForeign()),
        new Kind(reader, type(isOnePart()), Msg.Fault.configPart()),
        new Kind(reader, type(isWithoutText()), Msg.Fault.configNoText()));
  }

  /** What guesses ahead for another model: its type, its class, or a field that only such have. */
  private Optional<String> drafter() {
    ConfigReader whole = reader.whole();
    boolean classed =
        whole.items("architectures").orElse(List.of()).stream()
            .anyMatch(name -> DRAFTER.matcher(name).find());
    return DRAFTER_TYPE.matcher(whole.text("model_type")).find()
        ? Optional.of("model_type")
        : classed
            ? Optional.of("architectures")
            : OF_DRAFTERS.stream().filter(whole::has).findFirst();
  }

  private static Optional<String> type(boolean shows) {
    return shows ? Optional.of("model_type") : Optional.empty();
  }

  private Optional<String> firstOf(List<String> fields) {
    return fields.stream().filter(reader::has).findFirst();
  }

  /** Without a vocabulary, and with what reads images or sound. */
  private boolean isWithoutText() {
    ConfigReader whole = reader.whole();
    boolean words = whole.has("vocab_size") || reader.has("vocab_size") || whole.has("text_config");
    return !words && whole.has("model_type") && OF_IMAGES_AND_SOUND.stream().anyMatch(whole::has);
  }

  private boolean isOnePart() {
    return ONE_PART.matcher(reader.whole().text("model_type")).find();
  }

  private boolean isPart(String name) {
    String whole = reader.whole().text("model_type");
    boolean known =
        name.equals("vit_config") && List.of("ovis2_5", "molmo2").contains(whole)
            || name.equals("encoder_config") && whole.startsWith("granite_speech");
    return !known && PARTS.stream().anyMatch(name::endsWith);
  }
}
