package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The tools, what they are most often needed for first. */
record Tools(List<Tool> all) {

  static Tools of(Operations operations) {
    return new Tools(
        List.of(
            tool(
                operations,
                "recommend_gpu",
                "recommend",
                Msg.Mcp.recommendGpuTitle(),
                Msg.Mcp.recommendGpuDescription()),
            tool(
                operations,
                "estimate_memory",
                "estimate",
                Msg.Mcp.estimateMemoryTitle(),
                Msg.Mcp.estimateMemoryDescription()),
            tool(
                operations,
                "compare_offers",
                "compare",
                Msg.Mcp.compareOffersTitle(),
                Msg.Mcp.compareOffersDescription()),
            tool(
                operations,
                "read_startup_log",
                "readLog",
                Msg.Mcp.readStartupLogTitle(),
                Msg.Mcp.readStartupLogDescription()),
            tool(
                operations,
                "list_offers",
                "listOffers",
                Msg.Mcp.listOffersTitle(),
                Msg.Mcp.listOffersDescription()),
            tool(
                operations,
                "find_models",
                "listModels",
                Msg.Mcp.findModelsTitle(),
                Msg.Mcp.findModelsDescription())));
  }

  private static Tool tool(
      Operations operations, String name, String operation, Message title, Message description) {
    Vocabulary english = new Vocabulary(operations.questions().catalog(), Language.EN);
    return new Tool(name, title, description, operations.named(operation), english);
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
