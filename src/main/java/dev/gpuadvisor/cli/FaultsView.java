package dev.gpuadvisor.cli;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a question, and what would be right. */
record FaultsView(Page page) {

  /** More are no help to anybody. */
  private static final int MOST_NAMES = 12;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** Of a problem document. */
  void show(Node problem) {
    List<Node> faults = problem.at("errors").list();
    if (faults.isEmpty()) {
      page.text(problem.at("detail").text());
      return;
    }
    faults.forEach(this::showFault);
  }

  private void showFault(Node fault) {
    String parameter = fault.at("parameter").text();
    String value = visible(fault.at("value").text());
    String what =
        (parameter.isEmpty() ? "" : ParameterFlags.of(parameter))
            + (value.isEmpty() ? "" : " \"" + value + "\"");
    String detail = fault.at("detail").text();
    page.text(what.isBlank() ? detail : page.write(Msg.Cli.said(what.strip(), detail)));
    List<String> nearest = fault.at("nearest").list().stream().map(Node::text).toList();
    List<String> allowed = fault.at("allowed").list().stream().map(Node::text).toList();
    boolean unknown = value.isEmpty() && !allowed.isEmpty();
    if (!nearest.isEmpty()) {
      meant(unknown ? nearest.stream().map(ParameterFlags::of).toList() : nearest);
    } else if (!allowed.isEmpty() && !unknown) {
      String names = allowed.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
      String more = allowed.size() > MOST_NAMES ? ", …" : "";
      page.indented(page.write(Msg.Cli.possible(names + more)));
    }
  }

  /** What was given may be anything: a terminal would obey its control characters. */
  private static String visible(String value) {
    return CONTROL.matcher(value).replaceAll(" ");
  }

  void show(List<Doubt> doubts) {
    for (Doubt doubt : doubts) {
      page.text(doubt.what());
      if (!doubt.suggestions().isEmpty()) {
        meant(doubt.suggestions());
      }
    }
  }

  private void meant(List<String> names) {
    page.indented(page.write(Msg.Slack.meant(String.join(", ", names))));
  }
}
