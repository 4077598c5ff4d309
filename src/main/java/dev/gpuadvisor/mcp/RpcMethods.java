package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;

/** The methods that are served, each as what writes the fields of its result. */
final class RpcMethods {

  static final String DISCOVER = "server/discover";
  static final String CALL = "tools/call";

  private static final String LIST = "tools/list";
  private static final Json.Writer NOTHING = json -> {};

  /** Tools change with a deployment only; an hour is what HTTP answers are kept for, too. */
  private static final int TTL_MILLISECONDS = 3_600_000;

  private RpcMethods() {}

  /**
   * @throws RpcException where there is no such method, or its parameters are not understood
   */
  static Json.Writer result(RpcMessage message, Call call, Revision revision) {
    return switch (revision) {
      case STATELESS -> stateless(message, call);
      case HANDSHAKE -> handshake(message, call);
    };
  }

  private static Json.Writer stateless(RpcMessage message, Call call) {
    return switch (message.method()) {
      case DISCOVER -> cacheable(RpcMethods::discovery);
      case LIST -> cacheable(list(message));
      case CALL -> ToolCall.result(message, call, Revision.STATELESS);
      default -> throw RpcException.of(ErrorCode.METHOD_NOT_FOUND, Msg.Mcp.noMethod());
    };
  }

  private static Json.Writer handshake(RpcMessage message, Call call) {
    return switch (message.method()) {
      case "initialize" -> initialization(message);
      case "ping" -> NOTHING;
      case LIST -> list(message);
      case CALL -> ToolCall.result(message, call, Revision.HANDSHAKE);
      default -> throw RpcException.of(ErrorCode.METHOD_NOT_FOUND, Msg.Mcp.noMethod());
    };
  }

  static RpcException noSuchTool() {
    return RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noTool(Tool.names()));
  }

  private static Json.Writer list(RpcMessage message) {
    if (message.params().askForAPage()) {
      throw RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noPage());
    }
    return Tool::writeAll;
  }

  private static void discovery(JsonGenerator json) throws IOException {
    Json.strings(json, "supportedVersions", Revision.ALL_VERSIONS);
    writeServer(json);
  }

  /** The version asked for where it is served, else the newest that has a handshake. */
  private static Json.Writer initialization(RpcMessage message) {
    String asked = message.params().initializedVersion();
    boolean served = asked != null && Revision.HANDSHAKE_VERSIONS.contains(asked);
    return json -> {
      json.writeStringField("protocolVersion", served ? asked : Revision.HANDSHAKE_VERSIONS.get(0));
      writeServer(json);
      json.writeFieldName("serverInfo");
      RpcResponse.writeServerInfo(json);
    };
  }

  private static void writeServer(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("capabilities");
    json.writeObjectFieldStart("tools");
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField("instructions", Texts.in(Language.EN).write(Msg.Mcp.instructions()));
  }

  private static Json.Writer cacheable(Json.Writer result) {
    return json -> {
      result.write(json);
      json.writeNumberField("ttlMs", TTL_MILLISECONDS);
      json.writeStringField("cacheScope", "public");
    };
  }
}
