package dev.gpuadvisor.mcp;

import dev.gpuadvisor.text.Message;

/** Ends the work on a message whose answer is a JSON-RPC error. */
final class RpcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final int status;
  private final transient Message detail;

  private RpcException(ErrorCode code, int status, Message detail) {
    super(detail.key(), null, false, false); // an answer, not a failure: no stack trace
    this.code = code;
    this.status = status;
    this.detail = detail;
  }

  static RpcException of(ErrorCode code, Message detail) {
    return new RpcException(code, code.status(), detail);
  }

  /** What HTTP has a status for, and JSON-RPC no code. */
  static RpcException refusal(int status, Message detail) {
    return new RpcException(ErrorCode.INVALID_REQUEST, status, detail);
  }

  /** The same, for revisions in which an error of a method is an answer like any other. */
  RpcException answered() {
    return new RpcException(code, 200, detail);
  }

  ErrorCode code() {
    return code;
  }

  int status() {
    return status;
  }

  Message detail() {
    return detail;
  }
}
