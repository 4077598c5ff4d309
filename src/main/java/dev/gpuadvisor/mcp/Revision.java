package dev.gpuadvisor.mcp;

import java.util.List;

/** The protocol's revisions that are served, of two generations. */
enum Revision {
  /** Each request says its version and what the client can do; there is no handshake. */
  STATELESS,
  /** A client shakes hands first ({@code initialize}); no session follows from it here. */
  HANDSHAKE;

  static final String STATELESS_VERSION = "2026-07-28";

  /** The newest first: it is offered to whoever asks for one that is not served. */
  static final List<String> HANDSHAKE_VERSIONS = List.of("2025-11-25", "2025-06-18");

  static final List<String> ALL_VERSIONS = List.of(STATELESS_VERSION, "2025-11-25", "2025-06-18");

  /**
   * The generation of a message. What names neither is taken for a handshake's: {@code initialize}
   * itself, and what people type by hand.
   *
   * @param header null without one
   */
  static Revision of(RpcMessage message, String header) {
    boolean shaken = header == null || HANDSHAKE_VERSIONS.contains(header);
    boolean saysOtherwise = message.params().sayVersion() && !message.params().sayVersion(header);
    boolean isDiscovery = RpcMethods.DISCOVER.equals(message.method());
    return shaken && !saysOtherwise && !isDiscovery ? HANDSHAKE : STATELESS;
  }
}
