package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters of a JSON-RPC message: those of all methods that are served. */
final class RpcParams {

  static final String VERSION = "io.modelcontextprotocol/protocolVersion";
  static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  private static final byte[] NO_ARGUMENTS = {'{', '}'};

  private final byte[] body;
  private boolean wellFormed = true;
  private String name;
  private String uri;
  private byte[] arguments = NO_ARGUMENTS;
  private boolean cursorGiven;
  private String initializedVersion;
  private boolean versionGiven;
  private String version;
  private boolean capabilitiesGiven;

  /**
   * @param body the whole message
   */
  RpcParams(byte[] body) {
    this.body = body;
  }

  void read(JsonParser json) throws IOException {
    if (!isObject(json)) {
      return;
    }
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (field) {
        case "name" -> name = text(json);
        case "uri" -> uri = text(json);
        case "arguments" -> readArguments(json);
        case "cursor" -> {
          cursorGiven = json.currentToken() != JsonToken.VALUE_NULL;
          json.skipChildren();
        }
        case "protocolVersion" -> initializedVersion = text(json);
        case "_meta" -> readMeta(json);
        default -> json.skipChildren();
      }
    }
  }

  /** Null is how some clients write that there are none. */
  private void readArguments(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL && isObject(json)) {
      arguments = slice(json);
    }
  }

  private void readMeta(JsonParser json) throws IOException {
    if (!isObject(json)) {
      return;
    }
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      if (field.equals(VERSION)) {
        versionGiven = true;
        version = text(json);
      } else {
        capabilitiesGiven |=
            field.equals(CAPABILITIES) && json.currentToken() == JsonToken.START_OBJECT;
        json.skipChildren();
      }
    }
  }

  private boolean isObject(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    wellFormed = false;
    json.skipChildren();
    return false;
  }

  /** The value that the parser stands at, as it was sent; the parser then stands at its end. */
  byte[] slice(JsonParser json) throws IOException {
    long start = json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    json.finishToken();
    long end = json.currentLocation().getByteOffset();
    if (start < 0 || end > body.length) {
      throw new IOException("not in UTF-8");
    }
    return Arrays.copyOfRange(body, (int) start, (int) end);
  }

  /** Null where the value is no text. */
  static String text(JsonParser json) throws IOException {
    boolean isText = json.currentToken() == JsonToken.VALUE_STRING;
    json.skipChildren();
    return isText ? json.getText() : null;
  }

  /** Whether they, and what of them is read, are objects where they must be. */
  boolean areWellFormed() {
    return wellFormed;
  }

  /** Of a tool; null without one. */
  String name() {
    return name;
  }

  /** Of a resource; null without one. */
  String uri() {
    return uri;
  }

  /** The arguments that are texts, by their names. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonParser json = Json.parser(arguments)) {
      json.nextToken();
      for (String field; (field = json.nextFieldName()) != null; ) {
        json.nextToken();
        String text = text(json);
        if (text != null) {
          texts.put(field, text);
        }
      }
      return texts;
    } catch (IOException e) {
      throw RpcException.of(ErrorCode.PARSE_ERROR, Msg.Mcp.parseError());
    }
  }

  /** A JSON object. */
  byte[] arguments() {
    return arguments;
  }

  boolean askForAPage() {
    return cursorGiven;
  }

  /** What {@code initialize} asks for; null without one. */
  String initializedVersion() {
    return initializedVersion;
  }

  /** Whether the request itself says its protocol version. */
  boolean sayVersion() {
    return versionGiven;
  }

  /** Whether it is this one that it says. */
  boolean sayVersion(String wanted) {
    return version != null && version.equals(wanted);
  }

  boolean sayCapabilities() {
    return capabilitiesGiven;
  }
}
