package dev.gpuadvisor.page;

import dev.gpuadvisor.api.input.Parameter;
import dev.gpuadvisor.api.problem.Fault;
import dev.gpuadvisor.text.Message;
import java.util.List;

/** What is wrong with the question, said beside its field and once more above the form. */
record Faults(Words words, Typed typed, List<Fault> all) {

  /**
   * One line of the summary.
   *
   * @param target the field that it is about; null where there is none
   * @param label its name
   * @param nearest what was probably meant, each a link to the question with it
   */
  record Line(String target, String label, String text, List<Link> nearest) {}

  List<String> of(Parameter<?> parameter) {
    return all.stream()
        .filter(fault -> fault.parameter().equals(parameter.name()))
        .map(this::sentence)
        .distinct()
        .toList();
  }

  /** What was given where nothing of it could be read; empty where there is no such. */
  String value(Parameter<?> parameter) {
    return all.stream()
        .filter(fault -> fault.parameter().equals(parameter.name()))
        .map(Fault::value)
        .findFirst()
        .orElse("");
  }

  List<Line> lines() {
    return all.stream().map(this::line).toList();
  }

  private Line line(Fault fault) {
    Parameter<?> parameter =
        Typed.PARAMETERS.stream()
            .filter(each -> each.name().equals(fault.parameter()))
            .findFirst()
            .orElse(null);
    if (parameter == null) {
      return new Line(null, fault.parameter(), sentence(fault), List.of());
    }
    String label = Fields.name(words, parameter);
    List<Link> nearest =
        fault.nearest().stream()
            .map(name -> new Link("?" + typed.queryWith(parameter, name), name))
            .toList();
    return new Line("#f-" + parameter.name(), label, sentence(fault), nearest);
  }

  /** What is wrong, with what was typed and what would do. */
  private String sentence(Fault fault) {
    Message sentence =
        Message.of(fault.value().isEmpty() ? "page.fault" : "page.fault.value")
            .message("detail", fault.detail())
            .word("value", fault.value());
    List<String> names = fault.nearest().isEmpty() ? fault.allowed() : fault.nearest();
    if (names.isEmpty()) {
      return words.of(sentence);
    }
    String key = fault.nearest().isEmpty() ? "page.fault.allowed" : "page.fault.nearest";
    return words.of(
        Message.of(key).message("fault", sentence).word("names", String.join(", ", names)));
  }
}
