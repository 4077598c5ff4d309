package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.Body;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** A call of a tool: the operation answers as it does over HTTP. */
record ToolCall(Operation<?> operation, ApiRequest request, LocalDate today) {

  private static final String JSON = "application/json";
  private static final String FULL = "full";

  /** Whoever names the fields gets those. */
  private static final String FIELDS = LookupParameters.FIELDS.name();

  private static final List<String> DETAILS = List.of("", "brief", FULL);

  /** Of a text, in characters: a few sentences. */
  private static final int LONGEST_TEXT = 1400;

  /** The result of the call; a fault of the arguments is one too, for the assistant to learn. */
  Json.Writer result(RpcParams params, Revision revision) {
    Arguments arguments = new Arguments();
    try {
      ToolArguments asked = arguments(params);
      Body.read(asked.parameters(), JSON, arguments);
      Texts texts = Texts.in(Inputs.language(arguments));
      if (!DETAILS.contains(asked.detail())) {
        String text = texts.write(Msg.Mcp.noDetail(asked.detail()));
        return json -> writeFault(json, text);
      }
      Content content = operation.answer(arguments, request, today);
      boolean whole = asked.detail().equals(FULL) || !arguments.get(FIELDS).isEmpty();
      byte[] answer = whole ? content.body() : Brief.of(content.body());
      return json -> write(json, answer, text(content.summary().get(), texts), revision);
    } catch (ProblemException e) {
      String text = FaultText.text(e.problem(), Texts.in(Inputs.language(arguments)));
      return json -> writeFault(json, text);
    }
  }

  private static ToolArguments arguments(RpcParams params) {
    try {
      return ToolArguments.read(params.arguments());
    } catch (IOException e) {
      throw RpcException.of(ErrorCode.PARSE_ERROR, Msg.Mcp.parseError());
    }
  }

  /** As many sentences as a text of this kind has room for, and how many are left out. */
  private static String text(List<Message> sentences, Texts texts) {
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (Message sentence : sentences) {
      String written = texts.write(sentence);
      if (told > 0 && text.length() + written.length() > LONGEST_TEXT) {
        return text.append(' ')
            .append(texts.write(Msg.Mcp.leftOut(sentences.size() - told)))
            .toString();
      }
      text.append(told == 0 ? "" : " ").append(written);
      told++;
    }
    return text.toString();
  }

  /**
   * Clients of the older revisions may know texts only: they get the answer as one, too. Those of
   * the stateless revision are newer than structured content.
   */
  private static void write(JsonGenerator json, byte[] body, String text, Revision revision)
      throws IOException {
    String answer = new String(body, UTF_8).strip();
    json.writeArrayFieldStart("content");
    writeText(json, text);
    if (revision == Revision.HANDSHAKE) {
      writeText(json, answer);
    }
    json.writeEndArray();
    json.writeFieldName("structuredContent");
    json.writeRawValue(answer);
    json.writeBooleanField("isError", false);
  }

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
