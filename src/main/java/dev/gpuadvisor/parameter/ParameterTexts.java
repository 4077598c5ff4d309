package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;

/** What is said of parameters, by their names. */
public final class ParameterTexts {

  private ParameterTexts() {}

  /** What a parameter means. */
  public static Message description(String name) {
    return switch (name) {
      case "model" -> Msg.Parameter.model();
      case "config" -> Msg.Parameter.config();
      case "parameters" -> Msg.Parameter.parameters();
      case "layers" -> Msg.Parameter.layers();
      case "hidden_size" -> Msg.Parameter.hiddenSize();
      case "heads" -> Msg.Parameter.heads();
      case "kv_heads" -> Msg.Parameter.kvHeads();
      case "head_dim" -> Msg.Parameter.headDim();
      case "feed_forward_size" -> Msg.Parameter.feedForwardSize();
      case "vocabulary" -> Msg.Parameter.vocabulary();
      case "tied_embeddings" -> Msg.Parameter.tiedEmbeddings();
      case "quantization" -> Msg.Parameter.quantization();
      case "runtime" -> Msg.Parameter.runtime();
      case "context" -> Msg.Parameter.context();
      case "output_tokens" -> Msg.Parameter.outputTokens();
      case "concurrency" -> Msg.Parameter.concurrency();
      case "lora_rank" -> Msg.Parameter.loraRank();
      case "lora_targets" -> Msg.Parameter.loraTargets();
      case "adapters" -> Msg.Parameter.adapters();
      case "task" -> Msg.Parameter.task();
      case "batch" -> Msg.Parameter.batch();
      case "sequence_length" -> Msg.Parameter.sequenceLength();
      case "train_embeddings" -> Msg.Parameter.trainEmbeddings();
      case "kv_cache" -> Msg.Parameter.kvCache();
      case "provider" -> Msg.Parameter.provider();
      case "budget_per_hour" -> Msg.Parameter.budgetPerHour();
      case "budget_per_month" -> Msg.Parameter.budgetPerMonth();
      case "hours_per_month" -> Msg.Parameter.hoursPerMonth();
      case "min_supply" -> Msg.Parameter.minSupply();
      case "max_gpus" -> Msg.Parameter.maxGpus();
      case "min_tokens_per_second" -> Msg.Parameter.minTokensPerSecond();
      case "rank_by" -> Msg.Parameter.rankBy();
      case "current" -> Msg.Parameter.current();
      case "current_price_per_hour" -> Msg.Parameter.currentPricePerHour();
      case "startup_seconds" -> Msg.Parameter.startupSeconds();
      case "idle_seconds" -> Msg.Parameter.idleSeconds();
      case "starts_per_hour" -> Msg.Parameter.startsPerHour();
      case "offers" -> Msg.Parameter.offers();
      case "card" -> Msg.Parameter.card();
      case "gpus" -> Msg.Parameter.gpus();
      case "search" -> Msg.Parameter.search();
      case "id" -> Msg.Parameter.id();
      case "lang" -> Msg.Parameter.lang();
      case "format" -> Msg.Parameter.format();
      default -> throw new IllegalArgumentException("no text describes " + name);
    };
  }

  /** What its field is called in a form. */
  public static Message field(String name) {
    return switch (name) {
      case "model" -> Msg.Page.fieldModel();
      case "quantization" -> Msg.Page.fieldQuantization();
      case "context" -> Msg.Page.fieldContext();
      case "concurrency" -> Msg.Page.fieldConcurrency();
      case "runtime" -> Msg.Page.fieldRuntime();
      case "provider" -> Msg.Page.fieldProvider();
      case "budget_per_hour" -> Msg.Page.fieldBudgetPerHour();
      case "current" -> Msg.Page.fieldCurrent();
      case "current_price_per_hour" -> Msg.Page.fieldCurrentPricePerHour();
      case "output_tokens" -> Msg.Page.fieldOutputTokens();
      case "kv_cache" -> Msg.Page.fieldKvCache();
      case "lora_rank" -> Msg.Page.fieldLoraRank();
      case "max_gpus" -> Msg.Page.fieldMaxGpus();
      case "min_supply" -> Msg.Page.fieldMinSupply();
      case "budget_per_month" -> Msg.Page.fieldBudgetPerMonth();
      case "hours_per_month" -> Msg.Page.fieldHoursPerMonth();
      case "starts_per_hour" -> Msg.Page.fieldStartsPerHour();
      case "startup_seconds" -> Msg.Page.fieldStartupSeconds();
      case "idle_seconds" -> Msg.Page.fieldIdleSeconds();
      case "min_tokens_per_second" -> Msg.Page.fieldMinTokensPerSecond();
      case "rank_by" -> Msg.Page.fieldRankBy();
      case "lang" -> Msg.Page.fieldLang();
      default -> throw new IllegalArgumentException("no field is called after " + name);
    };
  }

  /** What to put into its field. */
  public static Message hint(String name) {
    return switch (name) {
      case "model" -> Msg.Page.hintModel();
      case "quantization" -> Msg.Page.hintQuantization();
      case "context" -> Msg.Page.hintContext();
      case "concurrency" -> Msg.Page.hintConcurrency();
      case "budget_per_hour" -> Msg.Page.hintBudgetPerHour();
      case "provider" -> Msg.Page.hintProvider();
      case "current" -> Msg.Page.hintCurrent();
      case "current_price_per_hour" -> Msg.Page.hintCurrentPricePerHour();
      default -> throw new IllegalArgumentException("no hint for " + name);
    };
  }
}
