package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;

/** What is read of a JSON-RPC message; everything else in it is skipped. */
final class RpcMessage {

  private final RpcParams params;
  private String jsonrpc;
  private String id;
  private boolean idGiven;
  private String method;

  private RpcMessage(byte[] body) {
    this.params = new RpcParams(body);
  }

  /**
   * @throws RpcException where the body is not JSON, or JSON but not an object
   */
  static RpcMessage read(byte[] body) {
    RpcMessage message = new RpcMessage(body);
    try (JsonParser json = Json.parser(body)) {
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      if (object) {
        message.readFrom(json);
      } else {
        json.skipChildren();
      }
      if (json.currentToken() == null || json.nextToken() != null) {
        throw new IOException("not one value");
      }
      if (!object) {
        throw RpcException.of(ErrorCode.INVALID_REQUEST, Msg.Mcp.notAMessage());
      }
      return message;
    } catch (IOException e) {
      throw RpcException.of(ErrorCode.PARSE_ERROR, Msg.Mcp.parseError());
    }
  }

  private void readFrom(JsonParser json) throws IOException {
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "jsonrpc" -> jsonrpc = RpcParams.text(json);
        case "method" -> method = RpcParams.text(json);
        case "id" -> readId(json);
        case "params" -> params.read(json);
        default -> json.skipChildren();
      }
    }
  }

  /** Kept as it was written: it goes back like that. */
  private void readId(JsonParser json) throws IOException {
    idGiven = true;
    boolean good =
        json.currentToken() == JsonToken.VALUE_STRING
            || json.currentToken() == JsonToken.VALUE_NUMBER_INT;
    byte[] written = params.slice(json);
    id = good ? new String(written, UTF_8) : null;
  }

  /**
   * @throws RpcException where it is neither a request nor a notification
   */
  void requireMessage() {
    if (!"2.0".equals(jsonrpc) || method == null || (idGiven && id == null)) {
      throw RpcException.of(ErrorCode.INVALID_REQUEST, Msg.Mcp.notAMessage());
    }
  }

  /** As JSON; null where there is none, or none that could be answered to. */
  String id() {
    return id;
  }

  boolean isNotification() {
    return !idGiven;
  }

  String method() {
    return method;
  }

  RpcParams params() {
    return params;
  }
}
