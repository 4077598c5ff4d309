package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The methods that are served, each as what writes the fields of its result. */
record RpcMethods(
    Tools tools, Resources resources, Prompts prompts, ApiRequest request, LocalDate today) {

  static final String DISCOVER = "server/discover";
  static final String CALL = "tools/call";

  private static final String LIST = "tools/list";
  private static final String LIST_RESOURCES = "resources/list";
  private static final String LIST_TEMPLATES = "resources/templates/list";
  private static final String LIST_PROMPTS = "prompts/list";
  static final String READ = "resources/read";
  static final String PROMPT = "prompts/get";
  private static final Json.Writer NOTHING = json -> {};
  private static final Json.Writer NO_TEMPLATES =
      json -> Json.strings(json, "resourceTemplates", List.of());

  /** Tools change with a deployment only; an hour is what HTTP answers are kept for, too. */
  private static final int TTL_MILLISECONDS = 3_600_000;

  /**
   * @throws RpcException where there is no such method, or its parameters are not understood
   */
  Json.Writer result(RpcMessage message, Revision revision) {
    return switch (revision) {
      case STATELESS -> stateless(message);
      case HANDSHAKE -> handshake(message);
    };
  }

  private Json.Writer stateless(RpcMessage message) {
    return switch (message.method()) {
      case DISCOVER -> cacheable(RpcMethods::discovery);
      case LIST, LIST_RESOURCES, LIST_TEMPLATES, LIST_PROMPTS -> cacheable(list(message));
      case CALL -> call(message, Revision.STATELESS);
      case READ -> cacheable(read(message));
      case PROMPT -> prompt(message);
      default -> throw RpcException.of(ErrorCode.METHOD_NOT_FOUND, Msg.Mcp.noMethod());
    };
  }

  private Json.Writer handshake(RpcMessage message) {
    return switch (message.method()) {
      case "initialize" -> initialization(message);
      case "ping" -> NOTHING;
      case LIST, LIST_RESOURCES, LIST_TEMPLATES, LIST_PROMPTS -> list(message);
      case CALL -> call(message, Revision.HANDSHAKE);
      case READ -> read(message);
      case PROMPT -> prompt(message);
      default -> throw RpcException.of(ErrorCode.METHOD_NOT_FOUND, Msg.Mcp.noMethod());
    };
  }

  private Json.Writer call(RpcMessage message, Revision revision) {
    Tool tool = tools.named(message.params().name()).orElseThrow(this::noSuchTool);
    return new ToolCall(tool.operation(), request, today).result(message.params(), revision);
  }

  private RpcException noSuchTool() {
    return RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noTool(tools.names()));
  }

  private Json.Writer list(RpcMessage message) {
    if (message.params().askForAPage()) {
      throw RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noPage());
    }
    return switch (message.method()) {
      case LIST_RESOURCES -> resources::writeAll;
      case LIST_TEMPLATES -> NO_TEMPLATES;
      case LIST_PROMPTS -> prompts::writeAll;
      default -> tools::writeAll;
    };
  }

  private Json.Writer read(RpcMessage message) {
    String uri = message.params().uri();
    return resources
        .at(uri)
        .<Json.Writer>map(resource -> resource::writeContents)
        .orElseThrow(() -> RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noResource()));
  }

  private Json.Writer prompt(RpcMessage message) {
    Prompts.Prompt prompt =
        prompts
            .named(message.params().name())
            .orElseThrow(
                () -> RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noPrompt(prompts.names())));
    Map<String, String> values = message.params().texts();
    if (!prompt.isAskedWith(values)) {
      throw RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.promptNeeds(prompt.arguments()));
    }
    return json -> prompt.writeMessages(json, values);
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
    for (String offered : List.of("tools", "resources", "prompts")) {
      json.writeObjectFieldStart(offered);
      json.writeEndObject();
    }
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
