package dev.gpuadvisor.slack.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Options of the servers' command lines, as they are pasted: {@code --max-model-len 8192}, {@code
 * -c 8192}, {@code max_model_len=8192}.
 */
final class ServerFlags {

  /** llama.cpp's context is that of all slots together: they are no users of it each. */
  private static final Phrases MEANT =
      Phrases.of(
          """
          ctx=: max_model_len, ctx_size, n_ctx, num_ctx, c, context_length, max_total_tokens, max_seq_len
          kv=: kv_cache_dtype, cache_type_k, ctk
          cache_type_v=: cache_type_v, ctv
          gpu_layers=: n_gpu_layers, ngl
          n_cpu_moe=: n_cpu_moe, ncmoe
          max_num_seqs=: max_num_seqs, np, n_parallel, parallel, max_running_requests, max_batch_size
          max_num_batched_tokens=: max_num_batched_tokens, ub, ubatch_size, n_ubatch
          gpu_memory_utilization=: gpu_memory_utilization, mem_fraction_static, cuda_memory_fraction
          quant=: quantization, dtype, quantize
          gpus=: tensor_parallel_size, tensor_parallel, tp_size, num_shard, tp
          """);

  /** Those that stand alone. */
  private static final Phrases SWITCHES =
      Phrases.of(
          """
          enforce_eager=yes: enforce_eager
          language_model_only=yes: language_model_only
          prefix_caching=yes: enable_prefix_caching
          prefix_caching=no: no_enable_prefix_caching
          cpu_moe=yes: cpu_moe, cmoe
          kv_offload=no: no_kv_offload, nkvo
          kv_offload=yes: kv_offload, kvo
          swa_full=yes: swa_full
          """);

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

  static Optional<Written> written(List<String> words) {
    String word = words.get(0).toLowerCase(Locale.ROOT);
    boolean dashed = word.startsWith("-");
    int equals = word.indexOf('=');
    String name =
        (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^-+", "").replace('-', '_');
    Optional<String> on = SWITCHES.meaning(name).filter(said -> dashed && equals < 0);
    if (on.isPresent()) {
      return Written.of(1, on.get());
    }
    if (dashed && IDLE.contains(name)) {
      return Optional.of(new Written(1, List.of()));
    }
    if (dashed && IDLE_WITH_VALUE.contains(name)) {
      return Optional.of(new Written(equals < 0 ? Math.min(2, words.size()) : 1, List.of()));
    }
    if (isFlashAttention(name, dashed, words)) {
      return Optional.of(new Written(2, List.of()));
    }
    String meant = MEANT.meaning(name).orElse(null);
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
        : Optional.of(new Written(equals < 0 ? 2 : 1, settings));
  }
}
