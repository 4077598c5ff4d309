package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The tools, what they are most often needed for first. */
record Tools(List<Tool> all) {

  private static final String RECOMMEND = "recommend_gpu";

  /**
   * @param launch the operation that starts what is recommended
   */
  static Tools of(Operations operations, Operation<?> launch) {
    Vocabulary english = operations.questions().vocabulary(Language.EN);
    return new Tools(
        List.of(
            Tool.of(
                RECOMMEND,
                Msg.Mcp.recommendGpuTitle(),
                Msg.Mcp.recommendGpuDescription(),
                operations.named("recommend"),
                List.of(
                    "model",
                    "parameters",
                    "quantization",
                    "context",
                    "concurrency",
                    "runtime",
                    "task",
                    "dataset_tokens",
                    "provider",
                    "region",
                    "budget_per_month",
                    "max_gpus",
                    "hours_per_month",
                    "requests_per_second",
                    "requests_per_day",
                    "input_tokens",
                    "output_tokens",
                    "current",
                    "current_price_per_hour"),
                english),
            Tool.of(
                "estimate_memory",
                Msg.Mcp.estimateMemoryTitle(),
                Msg.Mcp.estimateMemoryDescription(),
                operations.named("estimate"),
                List.of(
                    "model",
                    "parameters",
                    "quantization",
                    "context",
                    "concurrency",
                    "runtime",
                    "task",
                    "card",
                    "gpus"),
                english),
            Tool.of(
                    "compare_offers",
                    Msg.Mcp.compareOffersTitle(),
                    Msg.Mcp.compareOffersDescription(),
                    operations.named("compare"),
                    List.of("offers", "model", "quantization", "context", "concurrency", "runtime"),
                    english)
                .after(RECOMMEND),
            Tool.of(
                    "launch_files",
                    Msg.Mcp.launchFilesTitle(),
                    Msg.Mcp.launchFilesDescription(),
                    launch,
                    List.of("model", "quantization", "context", "concurrency", "runtime", "offer"),
                    english)
                .after(RECOMMEND),
            Tool.of(
                "read_startup_log",
                Msg.Mcp.readStartupLogTitle(),
                Msg.Mcp.readStartupLogDescription(),
                operations.named("readLog"),
                List.of("log", "model", "card", "gpus"),
                english),
            Tool.of(
                "list_offers",
                Msg.Mcp.listOffersTitle(),
                Msg.Mcp.listOffersDescription(),
                operations.named("listOffers"),
                List.of("provider", "region", "card", "min_memory_gib", "min_supply", "sort"),
                english),
            Tool.of(
                "show_offer",
                Msg.Mcp.showOfferTitle(),
                Msg.Mcp.showOfferDescription(),
                operations.named("showOffer"),
                List.of("id"),
                english),
            Tool.of(
                "find_models",
                Msg.Mcp.findModelsTitle(),
                Msg.Mcp.findModelsDescription(),
                operations.named("listModels"),
                List.of("search", "card", "gpus", "context"),
                english)));
  }

  /**
   * @param name null for none
   */
  Optional<Tool> named(String name) {
    return all.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }

  List<String> names() {
    return all.stream().map(Tool::name).toList();
  }

  void writeAll(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tools");
    for (Tool tool : all) {
      tool.write(json);
    }
    json.writeEndArray();
  }
}
