package dev.gpuadvisor.slack.line;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Options of the servers' command lines, as they are pasted: {@code --max-model-len 8192}, {@code
 * -c 8192}, {@code max_model_len=8192}.
 */
final class ServerFlags {

  /** llama.cpp's context is that of all slots together, so that they are no users of it each. */
  private static final String SLOTS = "max_num_seqs=";

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("max_model_len", "ctx="),
          Map.entry("ctx_size", "ctx="),
          Map.entry("n_ctx", "ctx="),
          Map.entry("num_ctx", "ctx="),
          Map.entry("c", "ctx="),
          Map.entry("kv_cache_dtype", "kv="),
          Map.entry("cache_type_k", "kv="),
          Map.entry("ctk", "kv="),
          Map.entry("cache_type_v", "kv="),
          Map.entry("ctv", "kv="),
          Map.entry("n_gpu_layers", "gpu_layers="),
          Map.entry("ngl", "gpu_layers="),
          Map.entry("np", SLOTS),
          Map.entry("n_parallel", SLOTS),
          Map.entry("parallel", SLOTS),
          Map.entry("ub", "max_num_batched_tokens="),
          Map.entry("ubatch_size", "max_num_batched_tokens="),
          Map.entry("n_ubatch", "max_num_batched_tokens="),
          Map.entry("max_num_seqs", "max_num_seqs="),
          Map.entry("max_num_batched_tokens", "max_num_batched_tokens="),
          Map.entry("gpu_memory_utilization", "gpu_memory_utilization="),
          Map.entry("quantization", "quant="),
          Map.entry("dtype", "quant="),
          Map.entry("tensor_parallel_size", "gpus="),
          Map.entry("tensor_parallel", "gpus="),
          Map.entry("tp_size", "gpus="),
          Map.entry("num_shard", "gpus="),
          Map.entry("tp", "gpus="));

  /** Those that stand alone. */
  private static final Map<String, String> SWITCHES =
      Map.of(
          "enforce_eager", "enforce_eager=yes",
          "language_model_only", "language_model_only=yes",
          "enable_prefix_caching", "prefix_caching=yes",
          "no_enable_prefix_caching", "prefix_caching=no");

  /** Those that neither memory nor speed depends on as they are counted here. */
  private static final Set<String> IDLE =
      Sayings.words(
          "trust_remote_code enable_chunked_prefill enable_auto_tool_choice"
              + " disable_log_requests disable_log_stats async_scheduling jinja no_mmap mlock"
              + " kv_unified kvu cont_batching no_webui metrics");

  /** The same, with a value. */
  private static final Set<String> IDLE_WITH_VALUE =
      Sayings.words(
          "port host served_model_name tool_call_parser reasoning_parser api_key seed"
              + " download_dir chat_template threads t batch_size b n_batch alias temp top_p"
              + " top_k");

  /** More than any model has: all, which is so without it. */
  private static final Pattern ALL_LAYERS = Pattern.compile("all|auto|-1|[0-9]{4,}|[6-9][0-9]{2}");

  /**
   * @param length how many words it took
   */
  record Flag(int length, List<String> settings) {}

  private ServerFlags() {}

  private static boolean isNumber(List<String> words, int at) {
    return words.size() > at && words.get(at).chars().allMatch(Character::isDigit);
  }

  /** On, as it is by itself. */
  private static boolean isFlashAttention(String name, boolean dashed, List<String> words) {
    return dashed
        && (name.equals("fa") || name.equals("flash_attn"))
        && words.size() > 1
        && words.get(1).toLowerCase(Locale.ROOT).matches("on|1|auto");
  }

  static Optional<Flag> written(List<String> words) {
    String word = words.get(0).toLowerCase(Locale.ROOT);
    boolean dashed = word.startsWith("-");
    int equals = word.indexOf('=');
    String name =
        (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^-+", "").replace('-', '_');
    if (dashed && equals < 0 && SWITCHES.containsKey(name)) {
      return Optional.of(new Flag(1, List.of(SWITCHES.get(name))));
    }
    if (dashed && IDLE.contains(name)) {
      return Optional.of(new Flag(1, List.of()));
    }
    if (dashed && IDLE_WITH_VALUE.contains(name)) {
      return Optional.of(new Flag(equals < 0 ? Math.min(2, words.size()) : 1, List.of()));
    }
    if (isFlashAttention(name, dashed, words)) {
      return Optional.of(new Flag(2, List.of()));
    }
    String meant = MEANT.get(name);
    boolean bare =
        !dashed
            && equals < 0
            && !((word.contains("_") || word.indexOf('-') > 0) && isNumber(words, 1));
    if (meant == null || bare || equals < 0 && words.size() < 2) {
      return Optional.empty();
    }
    String value = equals < 0 ? words.get(1) : word.substring(equals + 1);
    boolean isOwn = !dashed && meant.equals(name + "=");
    boolean isCount = value.chars().allMatch(Character::isDigit);
    boolean counts = meant.equals("gpus=") && !isCount;
    boolean isLayout = name.equals("parallel") && !(dashed && isCount);
    boolean allLayers = meant.equals("gpu_layers=") && ALL_LAYERS.matcher(value).matches();
    List<String> settings = allLayers ? List.of() : List.of(meant + value);
    return isOwn || counts || isLayout
        ? Optional.empty()
        : Optional.of(new Flag(equals < 0 ? 2 : 1, settings));
  }
}
