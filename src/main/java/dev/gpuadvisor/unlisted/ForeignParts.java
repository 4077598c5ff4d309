package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration has that no formula counts: then a sum would be wrong, and fields that are
 * missing would be the wrong thing to complain of.
 */
record ForeignParts(ConfigReader reader, Architecture type) {

  /** Fields of encoders in BERT's manner, of sound written in codes, and of recurrent blocks. */
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
          "lru_width",
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
          "vq_config");

  /**
   * Refuses the first such thing.
   *
   * @param isEncoder whether it is an encoder, or Whisper, whose fields are understood
   */
  void refuse(boolean isEncoder) {
    ConfigReader whole = reader.whole();
    Optional<String> part = whole.names().stream().filter(ForeignParts::isPart).findFirst();
    if (part.isPresent()) {
      whole.refuse(part.get(), Msg.Fault.configPart());
    } else if (isEncoder) {
      if (reader.isPart() || whole.has("vision_config")) {
        whole.refuse("model_type", Msg.Fault.configPart());
      }
    } else if (type == Architecture.OTHER) {
      refuseWhatIsNotOfLlama();
    }
  }

  private void refuseWhatIsNotOfLlama() {
    Optional<String> two = TWO_PARTS.stream().filter(reader::has).findFirst();
    Optional<String> foreign = NOT_OF_LLAMA.stream().filter(reader::has).findFirst();
    if (reader.written("is_encoder_decoder").equals("true")) {
      reader.refuse("is_encoder_decoder", Msg.Fault.configTwoParts());
    } else if (two.isPresent()) {
      reader.refuse(two.get(), Msg.Fault.configTwoParts());
    } else if (foreign.isPresent()) {
      reader.refuse(foreign.get(), Msg.Fault.configForeign());
    } else if (isWithoutText()) {
      reader.refuse("model_type", Msg.Fault.configNoText());
    }
  }

  /** Without a vocabulary, and with what reads images or sound. */
  private boolean isWithoutText() {
    ConfigReader whole = reader.whole();
    boolean words = whole.has("vocab_size") || reader.has("vocab_size") || whole.has("text_config");
    return !words
        && whole.has("model_type")
        && List.of("image_size", "patch_size", "num_channels", "num_mel_bins", "sampling_rate")
            .stream()
            .anyMatch(whole::has);
  }

  private static boolean isPart(String name) {
    return PARTS.stream().anyMatch(name::endsWith);
  }
}
