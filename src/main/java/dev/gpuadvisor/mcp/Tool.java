package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.AnswerSchemas;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.operation.ParameterSchemas;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An operation under the name that assistants know it by. Its arguments are the operation's
 * parameters, its answer is the operation's.
 */
record Tool(String name, Message title, Message description, Operation operation) {

  /** What they are most often needed for comes first. */
  private static final List<Tool> ALL =
      List.of(
          new Tool(
              "recommend_gpu",
              Msg.Mcp.recommendGpuTitle(),
              Msg.Mcp.recommendGpuDescription(),
              Operations.named("recommend")),
          new Tool(
              "estimate_memory",
              Msg.Mcp.estimateMemoryTitle(),
              Msg.Mcp.estimateMemoryDescription(),
              Operations.named("estimate")),
          new Tool(
              "compare_offers",
              Msg.Mcp.compareOffersTitle(),
              Msg.Mcp.compareOffersDescription(),
              Operations.named("compare")),
          new Tool(
              "list_offers",
              Msg.Mcp.listOffersTitle(),
              Msg.Mcp.listOffersDescription(),
              Operations.named("listOffers")),
          new Tool(
              "find_models",
              Msg.Mcp.findModelsTitle(),
              Msg.Mcp.findModelsDescription(),
              Operations.named("listModels")));

  /** Descriptions have one language: they are read by a model, before anybody has asked. */
  private static final Texts TEXTS = Texts.in(Language.EN);

  /**
   * @param name null for none
   */
  static Optional<Tool> named(String name) {
    return ALL.stream().filter(tool -> tool.name.equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Tool::name).toList();
  }

  static void writeAll(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tools");
    for (Tool tool : ALL) {
      tool.write(json);
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("title", TEXTS.write(title));
    json.writeStringField("description", TEXTS.write(description));
    json.writeFieldName("inputSchema");
    new ParameterSchemas(json, TEXTS).object(operation.parameters());
    json.writeFieldName("outputSchema");
    AnswerSchemas.writeSelfContained(json, operation.answer());
    json.writeObjectFieldStart("annotations");
    json.writeBooleanField("readOnlyHint", true);
    json.writeBooleanField("idempotentHint", true);
    json.writeBooleanField("openWorldHint", false);
    json.writeEndObject();
    json.writeEndObject();
  }
}
