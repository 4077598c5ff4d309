package dev.gpuadvisor.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words that make a model's name, in order: {@code Meta-Llama-3.1-8B-Instruct}, {@code
 * llama3.1:8b} and {@code llama 3.1 8b} are all llama, 3.1, 8b.
 */
final class ModelWords {

  /** What makes no other shape, and is left out as often as not. */
  private static final Set<String> OF_COURSE =
      Set.of(
          "instruct",
          "chat",
          "it",
          "hf",
          "base",
          "meta",
          "pt",
          "instruction",
          "tuned",
          "latest",
          "preview",
          "model",
          "models",
          "transformers",
          "bf16",
          "fp16",
          "nvidia",
          "text",
          "v0.1",
          "v0.2",
          "v0.3",
          "release",
          "inst",
          "llm",
          "dense");

  /** What makes another shape of a name: no fine-tune. */
  private static final Set<String> OTHER_SHAPE =
      Set.of(
          "vl",
          "vision",
          "audio",
          "omni",
          "embed",
          "gte",
          "e5",
          "embedding",
          "embeddings",
          "reranker",
          "rerank",
          "guard",
          "reward",
          "moe",
          "draft",
          "eagle",
          "eagle3",
          "medusa",
          "distill",
          "mini",
          "tiny",
          "nano",
          "small",
          "medium",
          "large",
          "xl",
          "next",
          "linear",
          "tts",
          "asr",
          "ocr",
          "image",
          "edit",
          "video",
          "flash",
          "air",
          "pro",
          "max",
          "ultra",
          "super",
          "lite",
          "speculator",
          "dspark",
          "dflash",
          "assistant",
          "dflash2",
          "diffusion",
          "mamba",
          "hybrid",
          "coder",
          "pruned",
          "prune",
          "reap",
          "ream",
          "sparse",
          "2of4",
          "merge",
          "frankenmerge",
          "upscaled",
          "llava",
          "multimodal",
          "h",
          "h1",
          "h1r",
          "rw",
          "ovis",
          "ovis1.6",
          "blip",
          "blip2",
          "instructblip",
          "5vl",
          "adapter",
          "lora");

  private ModelWords() {}

  static List<String> of(String name) {
    return canonical(Spelling.words(name));
  }

  static List<String> canonical(List<String> words) {
    List<String> parts = new ArrayList<>();
    for (String word : words) {
      for (String part : apart(word)) {
        if (!OF_COURSE.contains(part)) {
          parts.add(part);
        }
      }
    }
    return parts;
  }

  /** {@code qwen2.5} is qwen, 2.5; {@code v3}, {@code r1} and {@code a3b} are whole words. */
  private static List<String> apart(String word) {
    int letters = 0;
    while (letters < word.length() && Spelling.isLetter(word.charAt(letters))) {
      letters++;
    }
    boolean family = letters > 2 && letters < word.length();
    return family ? List.of(word.substring(0, letters), word.substring(letters)) : List.of(word);
  }

  /** {@code 8b}, {@code 1.5b}, {@code 360m}, {@code 8x7b}; not the active part {@code a3b}. */
  static boolean isSize(String word) {
    if (word.length() < 2 || !Spelling.isDigit(word.charAt(0))) {
      return false;
    }
    char unit = word.charAt(word.length() - 1);
    String number = word.substring(0, word.length() - 1);
    return (unit == 'b' || unit == 'm' || unit == 't') && isNumberOrProduct(number);
  }

  /** {@code 7}, {@code 2.4}, {@code 8x22}, {@code 8x}; no {@code 3.82.4}, which is no number. */
  private static boolean isNumberOrProduct(String text) {
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Spelling.isDigit(c) && c != 'x' && (c != '.' || point)) {
        return false;
      }
      point = c == '.' || point && c != 'x';
    }
    return true;
  }

  /** {@code 2507}, {@code 0324}, {@code 20250601}: when it was made. */
  static boolean isDate(String word) {
    return Spelling.isNumber(word)
        && (word.length() == 4 || word.length() == 6 || word.length() == 8);
  }

  /** {@code v1.5}, {@code 2.5}, {@code 3}: which generation it is. */
  static boolean isVersion(String word) {
    return !isDate(word) && word.matches("v?[0-9]{1,2}(\\.[0-9]{1,2})?");
  }

  /** Whether the word may be the name of a fine-tune, and no sign of another model. */
  static boolean isHarmless(String word) {
    return !OTHER_SHAPE.contains(word) && !isSize(word) && !word.matches("a[0-9.]+b|e[0-9]b");
  }

  static List<String> withoutDates(List<String> words) {
    return words.stream().filter(word -> !isDate(word)).toList();
  }
}
