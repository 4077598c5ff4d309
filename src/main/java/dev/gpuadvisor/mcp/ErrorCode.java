package dev.gpuadvisor.mcp;

/** The errors of JSON-RPC, and those that revision 2026-07-28 adds. */
enum ErrorCode {
  PARSE_ERROR(-32700, 400),
  INVALID_REQUEST(-32600, 400),
  METHOD_NOT_FOUND(-32601, 404),
  INVALID_PARAMS(-32602, 400),
  HEADER_MISMATCH(-32020, 400),
  UNSUPPORTED_PROTOCOL_VERSION(-32022, 400);

  private final int number;
  private final int status;

  ErrorCode(int number, int status) {
    this.number = number;
    this.status = status;
  }

  int number() {
    return number;
  }

  /** Of HTTP, as the stateless revision has it. */
  int status() {
    return status;
  }
}
