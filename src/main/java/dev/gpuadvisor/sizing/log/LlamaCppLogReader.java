package dev.gpuadvisor.sizing.log;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppLog;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppLog.Buffer;
import dev.gpuadvisor.sizing.log.StartupLog.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the start-up log of llama.cpp, also where Ollama prints it. */
final class LlamaCppLogReader implements LogReader {

  /** Lines with sizes. */
  private static final List<String> SAYS = List.of("buffer size", "memory_breakdown", " size=\"");

  /** Sizes that a file type names by words. */
  private static final Map<String, String> SIZES =
      Map.of("small", "_s", "medium", "_m", "large", "_l");

  @Override
  public Optional<StartupLog> read(LogText text) {
    LogText last = text.lastStart("msg=\"starting ", SAYS).lastStart("build: ", SAYS);
    return LlamaCppLog.read(String.join("\n", last.lines())).map(log -> read(log, text));
  }

  private static StartupLog read(LlamaCppLog log, LogText whole) {
    Map<String, Double> parts = parts(log);
    Optional<Outcome> outcome =
        log.failed()
            ? Optional.of(Outcome.OUT_OF_MEMORY)
            : parts.containsKey("compute_mib") ? Optional.of(Outcome.STARTED) : Optional.empty();
    if (log.build().isEmpty() && log.setting("ollama").isPresent()) {
      return new StartupLog(
          "ollama", releaseOfOllama(whole), ofEachRequest(settings(log)), parts, outcome);
    }
    Optional<String> release =
        log.build().isPresent() ? Optional.of("b" + log.build().getAsLong()) : Optional.empty();
    return new StartupLog("llama.cpp", release, settings(log), parts, outcome);
  }

  /** It says so once, before all that it loads. */
  private static Optional<String> releaseOfOllama(LogText whole) {
    return whole.lines().stream()
        .filter(line -> line.contains("Listening on "))
        .map(line -> LogText.word(line, "(version ", ") "))
        .filter(version -> !version.isEmpty())
        .findFirst();
  }

  /** Ollama's context counts for each request; what it starts has that of all together. */
  private static Map<String, String> ofEachRequest(Map<String, String> settings) {
    String together = settings.get("context");
    int slots = Integer.parseInt(settings.getOrDefault("max_num_seqs", "1"));
    if (together != null && slots > 1) {
      settings.put("context", Long.toString(Long.parseLong(together) / slots));
    }
    return settings;
  }

  private static Map<String, String> settings(LlamaCppLog log) {
    Map<String, String> settings = new LinkedHashMap<>();
    log.setting("general.name").ifPresent(name -> settings.put("model", name));
    log.setting("file type")
        .or(() -> log.setting("model ftype"))
        .flatMap(LlamaCppLogReader::format)
        .ifPresent(format -> settings.put("quantization", format));
    count(log, "n_ctx", "context", settings);
    count(log, "n_seq_max", "max_num_seqs", settings);
    count(log, "n_ubatch", "max_num_batched_tokens", settings);
    log.cacheType()
        .map(type -> type.equals("f16") ? "bf16" : type)
        .ifPresent(type -> settings.put("kv_cache", type));
    settings.put("gpus", Integer.toString(log.gpus()));
    boolean partly =
        log.gpuLayers().isPresent() && log.gpuLayers().getAsLong() < log.layers().orElse(0);
    if (partly) {
      settings.put("gpu_layers", Long.toString(log.gpuLayers().getAsLong()));
    }
    return settings;
  }

  private static void count(
      LlamaCppLog log, String name, String parameter, Map<String, String> settings) {
    if (log.count(name).isPresent()) {
      settings.put(parameter, Long.toString(log.count(name).getAsLong()));
    }
  }

  /** {@code Q4_K - Medium} is q4_k_m, {@code IQ4_XS - 4.25 bpw} is iq4_xs. */
  private static Optional<String> format(String fileType) {
    String type = fileType.toLowerCase(Locale.ROOT);
    int dash = type.indexOf(" - ");
    String name = dash < 0 ? type.trim() : type.substring(0, dash).trim();
    if (name.startsWith("mxfp4")) {
      return Optional.of("mxfp4");
    }
    if (name.equals("iq3_s mix")) {
      return Optional.of("iq3_m");
    }
    String size = dash < 0 ? "" : SIZES.getOrDefault(type.substring(dash + 3).trim(), "");
    boolean isName = name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    String format = name.equals("f16") ? "fp16" : name;
    return isName
        ? Optional.of(name.equals("q2_k") && size.equals("_m") ? name : format + size)
        : Optional.empty();
  }

  private static Map<String, Double> parts(LlamaCppLog log) {
    Map<String, Double> parts = new LinkedHashMap<>();
    put(parts, "model_gpu_mib", log.gpuMib(Buffer.MODEL));
    put(parts, "model_host_mib", log.hostMib(Buffer.MODEL));
    put(parts, "kv_mib", log.gpuMib(Buffer.KV));
    put(parts, "recurrent_mib", log.gpuMib(Buffer.RECURRENT));
    put(parts, "compute_mib", log.gpuMib(Buffer.COMPUTE));
    return parts;
  }

  private static void put(Map<String, Double> parts, String name, OptionalDouble mib) {
    mib.ifPresent(value -> parts.put(name, value));
  }
}
