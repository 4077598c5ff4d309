package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.Body;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** A call of a tool: the operation answers as it does over HTTP. */
record ToolCall(Operation<?> operation, ApiRequest request, LocalDate today) {

  private static final String JSON = "application/json";

  /** The result of the call; a fault of the arguments is one too, for the assistant to learn. */
  Json.Writer result(RpcParams params, Revision revision) {
    Arguments arguments = new Arguments();
    try {
      Body.read(params.arguments(), JSON, arguments);
      Content content = operation.answer(arguments, request, today);
      Texts texts = Texts.in(Inputs.language(arguments));
      return json -> write(json, content, texts, revision);
    } catch (ProblemException e) {
      String text = FaultText.text(e.problem(), Texts.in(Inputs.language(arguments)));
      return json -> writeFault(json, text);
    }
  }

  /**
   * Clients of the older revisions may know texts only: they get the whole answer as one, too.
   * Those of the stateless revision are newer than structured content.
   */
  private static void write(JsonGenerator json, Content content, Texts texts, Revision revision)
      throws IOException {
    String answer = new String(content.body(), UTF_8).strip();
    json.writeArrayFieldStart("content");
    writeText(
        json, content.summary().get().stream().map(texts::write).collect(Collectors.joining(" ")));
    if (revision == Revision.HANDSHAKE) {
      writeText(json, answer);
    }
    json.writeEndArray();
    json.writeFieldName("structuredContent");
    json.writeRawValue(answer);
    json.writeBooleanField("isError", false);
  }

  /** Without structured content: that would have to be what the output schema says. */
  private static void writeFault(JsonGenerator json, String text) throws IOException {
    json.writeArrayFieldStart("content");
    writeText(json, text);
    json.writeEndArray();
    json.writeBooleanField("isError", true);
  }

  private static void writeText(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "text");
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
