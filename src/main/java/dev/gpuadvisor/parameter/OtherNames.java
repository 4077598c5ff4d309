package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What parameters are called elsewhere: in the flags of servers, in the fields of configurations,
 * and in the words of people. They are told what the name is here; nothing is guessed.
 */
final class OtherNames {

  private static final String GRADIENTS = "gradient_accumulation";

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          name("model_name model_id model_path base_model hf_model repo repo_id llm", "model id"),
          name("query q name keyword text filter", "search model"),
          name("offer offer_id instance instance_type machine sku", "offers offer id current card"),
          name("gpu gpu_type gpu_name gpu_model device accelerator hardware", "card offers"),
          name("num_gpus gpu_count n_gpus number_of_gpus ngpu count", "gpus max_gpus"),
          name("current_gpu current_card current_instance current_offer from", "current"),
          name("current_price current_cost", "current_price_per_hour"),
          name("users num_users concurrent_users user_count", "concurrency"),
          name(
              "batch_size parallel_requests concurrent_requests max_concurrency",
              "concurrency batch"),
          name("simultaneous_users num_requests max_seqs sequences", "concurrency max_num_seqs"),
          name("context_length context_size context_window ctx ctx_len", "context"),
          name("max_model_len max_seq_len max_length seq_len num_ctx n_ctx max_context", "context"),
          name("max_tokens max_new_tokens output_length completion_tokens", "output_tokens"),
          name("prompt_tokens prompt_length input_length", "input_tokens context"),
          name("dtype torch_dtype precision quant quantize format weights bits", "quantization"),
          name("quantization_format quantization_method load_in_4bit load_in_8bit", "quantization"),
          name("kv_cache_dtype kv_dtype cache_type kv_quantization cache_dtype", "kv_cache"),
          name("tensor_parallel_size tensor_parallel tp tp_size pp", "parallel gpus max_gpus"),
          name("pipeline_parallel_size pipeline_parallel data_parallel_size", "parallel"),
          name("n_gpu_layers ngl num_gpu_layers", "gpu_layers"),
          name("cache_type_k ctk type_k", "kv_cache"),
          name("ctv type_v", "cache_type_v"),
          name("ncmoe num_cpu_moe moe_cpu_layers", "n_cpu_moe"),
          name("no_kv_offload nkvo offload_kqv", "kv_offload"),
          name("gpu_util gpu_utilization memory_utilization", "gpu_memory_utilization"),
          name("engine backend framework server inference_engine serving", "runtime"),
          name(
              "budget max_price max_cost max_budget price_limit",
              "budget_per_month budget_per_hour"),
          name("monthly_budget max_monthly_cost budget_monthly", "budget_per_month"),
          name("hourly_budget max_hourly_price max_price_per_hour", "budget_per_hour"),
          name("hours_per_day hours_per_week hours usage_hours", "hours_per_month"),
          name("cloud vendor clouds providers cloud_provider", "provider"),
          name("location country zone datacenter regions", "region"),
          name("min_memory memory vram min_vram memory_gb vram_gb gpu_memory", "min_memory_gib"),
          name("rps qps requests_per_sec throughput", "requests_per_second"),
          name("daily_requests requests", "requests_per_day"),
          name("ttft max_ttft", "max_first_token_seconds"),
          name("tpot itl max_tpot", "max_seconds_per_token"),
          name("tokens_per_second min_speed speed tps", "min_tokens_per_second"),
          name("sort_by order_by optimize_for priority objective", "rank_by sort"),
          name("params num_parameters model_size size parameter_count", "parameters"),
          name("method finetune fine_tune finetuning training_method mode", "task"),
          name("rank r lora_r", "lora_rank"),
          name("optim optimizer_in_bwd optimizer_in_backward", "optimizer"),
          name("per_device_train_batch_size micro_batch_size train_batch_size", "batch"),
          name("gradient_accumulation_steps grad_accum accumulate_grad_batches", GRADIENTS),
          name("max_seq_length cutoff_len sequence_len block_size seq_length", "sequence_length"),
          name("target_modules lora_target_modules lora_target target", "lora_targets"),
          name("liger use_liger use_liger_kernel enable_liger_kernel liger_kernel", "fused_loss"),
          name("deepspeed fsdp zero_stage sharding_strategy distributed_strategy", "sharding"),
          name("cpu_offload offload_params offload_optimizer fsdp_cpu_offload", "offload"),
          name("use_reentrant activation_checkpointing", "gradient_checkpointing"),
          name("activation_offloading gradient_checkpointing_kwargs", "gradient_checkpointing"),
          name("num_train_epochs num_epochs", "epochs"),
          name("sample_packing", "packing"),
          name("flash_attn attn_implementation", "flash_attention"),
          name("nodes num_nodes nnodes machines", "gpus max_gpus"),
          name("bnb_4bit_use_double_quant use_bnb_nested_quant", "double_quantization"),
          name("language locale", "lang"));

  private OtherNames() {}

  private static Map.Entry<String, List<String>> name(String elsewhere, String here) {
    return Map.entry(elsewhere, List.of(here.split(" ")));
  }

  /** Each with what it means, without what does not count in it. */
  static Map<String, List<String>> names() {
    Map<String, List<String>> names = new HashMap<>();
    NAMES.forEach(
        (all, here) -> {
          for (String each : all.split(" ")) {
            names.merge(
                NameIndex.key(each), here, (one, other) -> one.equals(other) ? one : List.of());
          }
        });
    return names;
  }

  /** Those of the known parameters that a name means, the likeliest first. */
  static List<String> meant(String name, List<String> known) {
    return names().getOrDefault(NameIndex.key(name), List.of()).stream()
        .filter(known::contains)
        .toList();
  }
}
