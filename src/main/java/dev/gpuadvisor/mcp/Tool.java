package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An operation under the name that assistants know it by. Its arguments are the operation's
 * parameters, its answer is the operation's; without an output schema, which would be ten times as
 * long as all else that is said of the tool, and is in the OpenAPI document.
 *
 * @param main the parameters that are often needed, in the order in which they are told
 * @param more what is said of the others; empty where there are none
 */
record Tool(
    String name,
    Message title,
    Message description,
    Operation<?> operation,
    List<Parameter<?>> main,
    Optional<Message> more,
    Vocabulary vocabulary) {

  /** Descriptions have one language: they are read by a model, before anybody has asked. */
  private static final Texts TEXTS = Texts.in(Language.EN);

  /**
   * @param main names of the parameters that are often needed
   */
  static Tool of(
      String name,
      Message title,
      Message description,
      Operation<?> operation,
      List<String> main,
      Vocabulary vocabulary) {
    List<Parameter<?>> often =
        main.stream().<Parameter<?>>map(each -> parameter(operation, each)).toList();
    List<String> seldom =
        operation.parameters().stream()
            .map(Parameter::name)
            .filter(each -> !main.contains(each))
            .toList();
    Optional<Message> more =
        seldom.isEmpty() ? Optional.empty() : Optional.of(Msg.Mcp.more(seldom));
    return new Tool(name, title, description, operation, often, more, vocabulary);
  }

  /** The same, whose rarely needed parameters another tool has named. */
  Tool after(String other) {
    Optional<Message> as = Optional.of(Msg.Mcp.moreAs(other));
    return new Tool(name, title, description, operation, main, as, vocabulary);
  }

  private static Parameter<?> parameter(Operation<?> operation, String name) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("title", TEXTS.write(title));
    json.writeStringField("description", TEXTS.write(description));
    json.writeFieldName("inputSchema");
    new ToolSchemas(json, TEXTS, vocabulary).write(main, more);
    json.writeObjectFieldStart("annotations");
    json.writeBooleanField("readOnlyHint", true);
    json.writeBooleanField("idempotentHint", true);
    json.writeBooleanField("openWorldHint", false);
    json.writeEndObject();
    json.writeEndObject();
  }
}
