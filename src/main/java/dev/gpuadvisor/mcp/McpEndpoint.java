package dev.gpuadvisor.mcp;

import dev.gpuadvisor.http.Body;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Msg;
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

  private McpEndpoint(McpSettings settings) {
    this.settings = settings;
  }

  public static Operation operation(McpSettings settings) {
    McpEndpoint endpoint = new McpEndpoint(settings);
    return Operation.reading("mcp", Operation.Method.POST, "/mcp", endpoint::answer);
  }

  private Content answer(Call call) {
    MirroredHeaders headers = new MirroredHeaders(call.request().headers());
    String id = null;
    try {
      checkCaller(call.request().headers());
      checkSize(call.request().body());
      RpcMessage message = RpcMessage.read(call.request().body());
      id = message.id();
      message.requireMessage();
      return answer(message, headers, call);
    } catch (RpcException e) {
      return RpcResponse.error(id, e, headers.version());
    }
  }

  private static Content answer(RpcMessage message, MirroredHeaders headers, Call call) {
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
      Json.Writer result = RpcMethods.result(message, call, revision);
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
