package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.OpenApi;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;

/** JSON-RPC responses over HTTP. */
final class RpcResponse {

  private static final String JSON = "application/json";
  private static final int ACCEPTED = 202;

  /** A notification has no answer. */
  static final Content NOTHING = Content.passing(ACCEPTED, JSON, new byte[0]);

  private RpcResponse() {}

  /**
   * @param id as JSON
   */
  static Content result(String id, Json.Writer result, Revision revision) {
    return Content.passing(
        JSON,
        Json.bytes(
            json -> {
              start(json, id);
              json.writeObjectFieldStart("result");
              result.write(json);
              if (revision == Revision.STATELESS) {
                json.writeStringField("resultType", "complete");
                json.writeObjectFieldStart("_meta");
                json.writeFieldName("io.modelcontextprotocol/serverInfo");
                writeServerInfo(json);
                json.writeEndObject();
              }
              json.writeEndObject();
              json.writeEndObject();
            }));
  }

  /**
   * @param id as JSON; null where it is not known: MCP, unlike JSON-RPC itself, then leaves it out
   * @param version that was asked for, where that is what is wrong
   */
  static Content error(String id, RpcException error, String version) {
    byte[] body =
        Json.bytes(
            json -> {
              start(json, id);
              json.writeObjectFieldStart("error");
              json.writeNumberField("code", error.code().number());
              json.writeStringField("message", Texts.in(Language.EN).write(error.detail()));
              if (error.code() == ErrorCode.UNSUPPORTED_PROTOCOL_VERSION) {
                json.writeObjectFieldStart("data");
                Json.strings(json, "supported", Revision.ALL_VERSIONS);
                json.writeStringField("requested", Fault.shown(version));
                json.writeEndObject();
              }
              json.writeEndObject();
              json.writeEndObject();
            });
    return Content.passing(error.status(), JSON, body);
  }

  static void writeServerInfo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", "gpu-advisor");
    json.writeStringField("title", "GPU Advisor");
    json.writeStringField("version", OpenApi.VERSION);
    json.writeEndObject();
  }

  private static void start(JsonGenerator json, String id) throws IOException {
    json.writeStartObject();
    json.writeStringField("jsonrpc", "2.0");
    if (id != null) {
      json.writeFieldName("id");
      json.writeRawValue(id);
    }
  }
}
