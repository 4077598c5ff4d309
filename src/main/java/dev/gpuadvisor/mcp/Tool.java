package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.AnswerSchemas;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.ParameterSchemas;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;

/**
 * An operation under the name that assistants know it by. Its arguments are the operation's
 * parameters, its answer is the operation's.
 */
record Tool(
    String name,
    Message title,
    Message description,
    Operation<?> operation,
    Vocabulary vocabulary) {

  /** Descriptions have one language: they are read by a model, before anybody has asked. */
  private static final Texts TEXTS = Texts.in(Language.EN);

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("title", TEXTS.write(title));
    json.writeStringField("description", TEXTS.write(description));
    json.writeFieldName("inputSchema");
    new ParameterSchemas(json, TEXTS, vocabulary).object(operation.parameters());
    json.writeFieldName("outputSchema");
    AnswerSchemas.writeSelfContained(json, operation.answerSchema());
    json.writeObjectFieldStart("annotations");
    json.writeBooleanField("readOnlyHint", true);
    json.writeBooleanField("idempotentHint", true);
    json.writeBooleanField("openWorldHint", false);
    json.writeEndObject();
    json.writeEndObject();
  }
}
