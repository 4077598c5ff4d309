package dev.gpuadvisor.sizing.llamacpp;

import java.util.Map;

/** What Ollama's own lines say of a model that it loads. */
final class OllamaLine {

  /** What stands before a value, and what llama.cpp calls it. */
  private static final Map<String, String> NAMES =
      Map.of(
          " KvSize:", "n_ctx",
          " BatchSize:", "n_ubatch",
          " Parallel:", "n_seq_max",
          " --ctx-size ", "n_ctx",
          " --parallel ", "n_seq_max",
          " file_type=", "file type",
          " KvCacheType:", "cache type");

  private OllamaLine() {}

  /**
   * @param settings that it adds to; {@code ollama} is one where a line is Ollama's
   */
  static void read(String line, Map<String, String> settings) {
    if (!line.contains(" source=")) {
      return;
    }
    NAMES.forEach((words, name) -> put(line, words, "[ }\"]", name, settings));
    if (line.contains(" architecture=")) {
      put(line, " name=\"", "\"", "general.name", settings);
    }
    settings.putIfAbsent("ollama", "yes");
  }

  private static void put(
      String line, String words, String ends, String name, Map<String, String> settings) {
    String value = LlamaCppLog.after(line, words).map(rest -> rest.split(ends, 2)[0]).orElse("");
    if (!value.isEmpty()) {
      settings.putIfAbsent(name, value);
    }
  }
}
