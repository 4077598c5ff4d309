package dev.gpuadvisor.hub;

import dev.gpuadvisor.hub.HubSession.Reply;
import dev.gpuadvisor.unlisted.Hub.Reason;

/** What the hub means by a status, which a header of its own says more exactly. */
final class Refusals {

  private Refusals() {}

  /** Of a repository. To those it does not know, the hub says 401 of what is not there, too. */
  static Reason ofRepository(Reply reply) {
    return switch (reply.head().header("x-error-code")) {
      case "GatedRepo" -> Reason.GATED;
      case "RevisionNotFound" -> Reason.NO_REVISION;
      default -> ofStatus(reply.status(), Reason.MISSING);
    };
  }

  /** Of a file in a repository that is there. */
  static Reason ofFile(Reply reply) {
    return switch (reply.head().header("x-error-code")) {
      case "EntryNotFound" -> Reason.NO_CONFIG;
      case "RevisionNotFound" -> Reason.NO_REVISION;
      default -> ofStatus(reply.status(), Reason.GATED);
    };
  }

  private static Reason ofStatus(int status, Reason withoutRight) {
    return switch (status) {
      case 401, 403 -> withoutRight;
      case 404, 410 -> Reason.MISSING;
      case 429 -> Reason.TOO_OFTEN;
      default -> Reason.DOWN;
    };
  }
}
