package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.text.Msg;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The headers that repeat what the body says, so that whoever stands between need not read it. What
 * acts on the body has to see that they agree.
 */
record MirroredHeaders(Map<String, String> headers) {

  private static final String VERSION = "MCP-Protocol-Version";
  private static final String METHOD = "Mcp-Method";
  private static final String NAME = "Mcp-Name";

  private static final String ENCODED = "=?base64?";
  private static final String ENCODED_END = "?=";

  /** Null without one. */
  String version() {
    return value("mcp-protocol-version");
  }

  /**
   * @throws RpcException where the request does not say what each must, or its headers say
   *     something else
   */
  void check(RpcMessage message) {
    RpcParams params = message.params();
    if (params.sayVersion() && !params.sayVersion(version())) {
      throw mismatch(VERSION);
    }
    checkVersion();
    if (!params.areWellFormed()) {
      throw RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.notAnObject());
    }
    if (!params.sayVersion() || !params.sayCapabilities()) {
      List<String> fields = List.of(RpcParams.VERSION, RpcParams.CAPABILITIES);
      throw RpcException.of(ErrorCode.INVALID_PARAMS, Msg.Mcp.noMeta(fields));
    }
    if (!message.method().equals(value("mcp-method"))) {
      throw mismatch(METHOD);
    }
    String named = named(message);
    if (named != null && !named.equals(decoded(value("mcp-name")))) {
      throw mismatch(NAME);
    }
  }

  /** What the header repeats: the name of what is asked for, or where it is; null without one. */
  private static String named(RpcMessage message) {
    return switch (message.method()) {
      case RpcMethods.CALL, RpcMethods.PROMPT -> message.params().name();
      case RpcMethods.READ -> message.params().uri();
      default -> null;
    };
  }

  /**
   * @throws RpcException where the header names a version that is not served
   */
  void checkVersion() {
    String version = version();
    if (version != null && !Revision.ALL_VERSIONS.contains(version)) {
      throw RpcException.of(ErrorCode.UNSUPPORTED_PROTOCOL_VERSION, Msg.Mcp.noVersion());
    }
  }

  private String value(String lowerCaseName) {
    String value = headers.get(lowerCaseName);
    return value == null ? null : value.strip();
  }

  /** Names that a header cannot carry come in base64; null where it is none. */
  private static String decoded(String value) {
    boolean encoded = value != null && value.startsWith(ENCODED) && value.endsWith(ENCODED_END);
    if (!encoded || value.length() < ENCODED.length() + ENCODED_END.length()) {
      return value;
    }
    try {
      String base64 = value.substring(ENCODED.length(), value.length() - ENCODED_END.length());
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static RpcException mismatch(String header) {
    return RpcException.of(ErrorCode.HEADER_MISMATCH, Msg.Mcp.header(header));
  }
}
