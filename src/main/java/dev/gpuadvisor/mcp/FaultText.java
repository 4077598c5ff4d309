package dev.gpuadvisor.mcp;

import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;

/** A problem as a text that an assistant can learn from: every fault, and what would do. */
final class FaultText {

  private FaultText() {}

  static String text(Problem problem, Texts texts) {
    StringBuilder text = new StringBuilder(texts.write(Message.of("problem." + problem.kind())));
    if (problem.faults().isEmpty()) {
      text.append(": ").append(texts.write(problem.detail()));
    }
    for (Fault fault : problem.faults()) {
      text.append("\n- ").append(texts.write(line(fault)));
    }
    return text.toString();
  }

  private static Message line(Fault fault) {
    String key = fault.value().isEmpty() ? "mcp.fault_without_value" : "mcp.fault";
    Message line =
        Message.of(key)
            .word("parameter", fault.parameter())
            .word("value", fault.value())
            .message("detail", fault.detail());
    if (!fault.nearest().isEmpty()) {
      line = Message.of("mcp.nearest").message("fault", line).words("names", fault.nearest());
    }
    return fault.allowed().isEmpty()
        ? line
        : Message.of("mcp.allowed").message("fault", line).words("names", fault.allowed());
  }
}
