package dev.gpuadvisor.mcp;

import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;

/** A problem as a text that an assistant can learn from: every fault, and what would do. */
final class FaultText {

  private FaultText() {}

  static String text(Problem problem, Texts texts) {
    StringBuilder text = new StringBuilder(texts.write(problem.title()));
    if (problem.faults().isEmpty()) {
      text.append(": ").append(texts.write(problem.detail()));
    }
    for (Fault fault : problem.faults()) {
      text.append("\n- ").append(texts.write(line(fault)));
    }
    return text.toString();
  }

  private static Message line(Fault fault) {
    Message line =
        fault.value().isEmpty()
            ? Msg.Mcp.faultWithoutValue(fault.detail(), fault.parameter())
            : Msg.Mcp.fault(fault.detail(), fault.parameter(), fault.value());
    if (!fault.nearest().isEmpty()) {
      line = Msg.Mcp.nearest(line, fault.nearest());
    }
    return fault.allowed().isEmpty() ? line : Msg.Mcp.allowed(line, fault.allowed());
  }
}
