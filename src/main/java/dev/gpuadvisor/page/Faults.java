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
        .map(fault -> sentence(fault, fault.nearest()))
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
      return new Line(null, fault.parameter(), sentence(fault, fault.nearest()), List.of());
    }
    String label = Fields.name(words, parameter);
    List<Link> nearest =
        fault.nearest().stream()
            .map(name -> new Link("?" + typed.queryWith(parameter, name), name))
            .toList();
    return new Line("#f-" + parameter.name(), label, sentence(fault, List.of()), nearest);
  }

  /**
   * What is wrong, with what was typed and what would do.
   *
   * @param nearest to be named; what is a link besides need not be
   */
  private String sentence(Fault fault, List<String> nearest) {
    Message sentence =
        Message.of(fault.value().isEmpty() ? "page.fault" : "page.fault.value")
            .message("detail", fault.detail())
            .word("value", fault.value());
    if (!nearest.isEmpty()) {
      return words.of(listing("page.fault.nearest", sentence, nearest));
    }
    boolean listed = fault.nearest().isEmpty() && !fault.allowed().isEmpty();
    return words.of(listed ? listing("page.fault.allowed", sentence, fault.allowed()) : sentence);
  }

  private static Message listing(String key, Message fault, List<String> names) {
    return Message.of(key).message("fault", fault).word("names", String.join(", ", names));
  }
}
