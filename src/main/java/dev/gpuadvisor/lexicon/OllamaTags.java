package dev.gpuadvisor.lexicon;

import java.util.List;
import java.util.Map;

/** Tags of Ollama's library that say less, or something else, than the model's name. */
final class OllamaTags {

  private static final Map<String, List<String>> TAGS =
      Map.ofEntries(
          Map.entry("deepseek r1 1.5b", List.of("deepseek-r1-distill-qwen-1.5b")),
          Map.entry("deepseek r1 7b", List.of("deepseek-r1-distill-qwen-7b")),
          Map.entry("deepseek r1 8b", List.of("deepseek-r1-0528-qwen3-8b", "qwen3-8b")),
          Map.entry("deepseek r1 14b", List.of("deepseek-r1-distill-qwen-14b")),
          Map.entry("deepseek r1 32b", List.of("deepseek-r1-distill-qwen-32b")),
          Map.entry("deepseek r1 70b", List.of("deepseek-r1-distill-llama-70b")),
          Map.entry("mistral", List.of("mistral-7b-instruct-v0.3")),
          Map.entry("llama 3", List.of("meta-llama-3-8b-instruct")),
          Map.entry("llama 3.1", List.of("llama-3.1-8b-instruct")),
          Map.entry("llama 3.2", List.of("llama-3.2-3b-instruct")),
          Map.entry("llama 3.3", List.of("llama-3.3-70b-instruct")),
          Map.entry("llama 2", List.of("llama-2-7b-chat-hf")),
          Map.entry("qwen 2.5", List.of("qwen2.5-7b-instruct")),
          Map.entry("qwen 3", List.of("qwen3-8b")),
          Map.entry("gemma 3", List.of("gemma-3-4b-it")),
          Map.entry("gemma 4", List.of("gemma-4-e4b-it")),
          Map.entry("granite 4", List.of("granite-4.0-micro")),
          Map.entry("gemma 2", List.of("gemma-2-9b-it")),
          Map.entry("gpt oss", List.of("gpt-oss-20b")));

  private OllamaTags() {}

  /** Ids of what a tag stands for, of which the first that is known counts. */
  static List<String> models(String words) {
    return TAGS.getOrDefault(words, List.of());
  }
}
