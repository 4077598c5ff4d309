package dev.gpuadvisor.mcp;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.Body;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The operation that assistants call: Streamable HTTP without streams and without sessions, which
 * is all that questions with one answer need. Whatever is sent, a JSON-RPC message comes back, or
 * the status that the protocol names.
 */
public final class McpEndpoint {

  private static final List<String> READABLE = List.of("application/json", "application/*", "*/*");

  private final McpSettings settings;
  private final Operations operations;
  private final Operation<?> launch;
  private final Resources resources;
  private final Prompts prompts = Prompts.standard();

  /** Null until an assistant calls: of functions most are never called by one. */
  private volatile Tools tools;

  private McpEndpoint(McpSettings settings, Operations operations, Operation<?> launch) {
    this.settings = settings;
    this.operations = operations;
    this.launch = launch;
    this.resources = Resources.of(operations);
  }

  /**
   * @param launch the operation that starts what is recommended
   */
  public static RawEndpoint endpoint(
      McpSettings settings, Operations operations, Operation<?> launch) {
    McpEndpoint endpoint = new McpEndpoint(settings, operations, launch);
    return RawEndpoint.of("mcp", Endpoint.Method.POST, "/mcp", endpoint::answer);
  }

  private Tools tools() {
    Tools known = tools;
    if (known == null) {
      known = Tools.of(operations, launch);
      tools = known;
    }
    return known;
  }

  private Content answer(ApiRequest request, LocalDate today) {
    MirroredHeaders headers = new MirroredHeaders(request.headers());
    String id = null;
    try {
      checkCaller(request.headers());
      checkSize(request.body());
      RpcMessage message = RpcMessage.read(request.body());
      id = message.id();
      message.requireMessage();
      return answer(message, headers, new RpcMethods(tools(), resources, prompts, request, today));
    } catch (RpcException e) {
      return RpcResponse.error(id, e, headers.version());
    }
  }

  private static Content answer(RpcMessage message, MirroredHeaders headers, RpcMethods methods) {
    if (message.isNotification()) {
      headers.checkVersion();
      return RpcResponse.NOTHING;
    }
    Revision revision = Revision.of(message, headers.version());
    if (revision == Revision.STATELESS) {
      headers.check(message);
    }
    try {
      if (!message.params().areWellFormed()) {
        throw RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.notAnObject());
      }
      Json.Writer result = methods.result(message, revision);
      return RpcResponse.result(message.id(), result, revision);
    } catch (RpcException e) {
      throw revision == Revision.HANDSHAKE ? e.answered() : e;
    }
  }

  /**
   * Browsers say which page asks, other callers do not. The page's own host is no excuse: under a
   * name that an attacker points at this server (DNS rebinding), both are the attacker's.
   */
  private void checkCaller(Map<String, String> headers) {
    String origin = headers.get("origin");
    if (origin != null && !settings.allows(origin.strip())) {
      throw RpcException.refusal(403, Msg.Mcp.origin());
    }
    String accept = headers.getOrDefault("accept", "*/*").toLowerCase(Locale.ROOT);
    if (READABLE.stream().noneMatch(accept::contains)) {
      throw RpcException.refusal(406, Msg.Mcp.accept());
    }
  }

  private static void checkSize(byte[] body) {
    if (body.length > Body.MOST_BYTES) {
      throw RpcException.refusal(413, Msg.Problem.tooLarge(Body.MOST_BYTES));
    }
  }
}
