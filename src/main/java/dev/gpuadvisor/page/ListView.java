package dev.gpuadvisor.page;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A page with a list as its template gets it.
 *
 * @param home address of the page with the recommendation, in the same language
 * @param alert what is wrong; null where nothing is
 * @param table null where there is none
 * @param api the same question to the API
 */
record ListView(
    PageTexts words,
    Message heading,
    Message lead,
    Message submit,
    String home,
    List<View.LanguageLink> languages,
    List<Field> fields,
    View.Alert alert,
    Table table,
    String api) {

  /**
   * @param heads of the columns, of which the first names a row
   */
  record Table(Message caption, List<Message> heads, List<Row> rows) {}

  /**
   * @param link what leads on from its name
   * @param remark below its name
   */
  record Row(Link link, String remark, List<String> cells) {}

  /** What of a page is the same whatever is asked. */
  record Frame(Message heading, Message lead, Message submit, String api) {}

  static ListView of(
      Frame frame, Vocabulary vocabulary, Typed typed, Problem problem, Table table) {
    Language language = vocabulary.language();
    PageTexts words = PageTexts.in(language);
    FieldFaults faults =
        new FieldFaults(words, typed, problem == null ? List.of() : problem.faults());
    Fields fields = new Fields(words, typed, faults, vocabulary);
    List<Field> shown = new ArrayList<>();
    for (Parameter<?> parameter : typed.parameters()) {
      boolean asked = typed.has(parameter) || !faults.of(parameter).isEmpty();
      if (asked || !parameter.equals(Parameters.LANG)) {
        shown.add(fields.of(parameter));
      }
    }
    return new ListView(
        words,
        frame.heading(),
        frame.lead(),
        frame.submit(),
        "./" + words.staying("?"),
        View.LanguageLink.all(words, typed, language),
        shown,
        problem == null ? null : View.Alert.of(words, problem, faults),
        table,
        frame.api() + "?" + typed.query());
  }
}
