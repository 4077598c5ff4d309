package dev.gpuadvisor.cli;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Message;
import java.util.List;

/** Ends the reading of a line that cannot be asked. */
final class WrongLineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Doubt> doubts;

  WrongLineException(List<Doubt> doubts) {
    super(doubts.toString(), null, false, false); // an answer, not a failure: no stack trace
    this.doubts = List.copyOf(doubts);
  }

  WrongLineException(Message what, List<String> suggestions) {
    this(List.of(new Doubt(what, suggestions)));
  }

  WrongLineException(Message what) {
    this(what, List.of());
  }

  List<Doubt> doubts() {
    return doubts;
  }
}
