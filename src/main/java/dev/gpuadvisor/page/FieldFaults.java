package dev.gpuadvisor.page;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/** What is wrong with the question, said beside its field and once more above the form. */
record FieldFaults(PageTexts words, Typed typed, List<Fault> all) {

  /**
   * One line of the summary.
   *
   * @param target the field that it is about; null where there is none
   * @param label its name
   * @param nearest what was probably meant, each a link to the question with it
   */
  record Line(String target, String label, String text, List<Link> nearest) {}

  /** What is said beside the field, which shows what was typed. */
  List<String> of(Parameter<?> parameter) {
    return all.stream()
        .filter(fault -> fault.isOf(parameter.name()))
        .map(fault -> sentence(fault.detail(), fault.allowed(), fault.nearest()))
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
        typed.parameters().stream()
            .filter(each -> fault.isOf(each.name()))
            .findFirst()
            .orElse(null);
    if (parameter == null) {
      String text = sentence(withValue(fault), fault.allowed(), fault.nearest());
      return new Line(null, fault.parameter(), text, List.of());
    }
    List<Link> nearest =
        fault.nearest().stream()
            .map(name -> new Link("?" + typed.queryWith(parameter, name), name))
            .toList();
    List<String> allowed = nearest.isEmpty() ? fault.allowed() : List.of();
    String text = sentence(withValue(fault), allowed, List.of());
    return new Line("#f-" + parameter.name(), Fields.name(words, parameter), text, nearest);
  }

  private static Message withValue(Fault fault) {
    return fault.value().isEmpty()
        ? fault.detail()
        : Msg.Page.faultValue(fault.detail(), fault.value());
  }

  /** What is wrong, with what was probably meant, or else with all that would do. */
  private String sentence(Message fault, List<String> allowed, List<String> nearest) {
    if (!nearest.isEmpty()) {
      return words.of(Msg.Page.faultNearest(fault, String.join(", ", nearest)));
    }
    return words.of(
        allowed.isEmpty() ? fault : Msg.Page.faultAllowed(fault, String.join(", ", allowed)));
  }
}
