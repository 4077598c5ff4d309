package dev.gpuadvisor.parameter;

import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What docs/parameters.md says of each parameter. */
final class ParametersPage {

  private static final Texts TEXTS = Texts.in(Language.EN);
  private static final Vocabulary VOCABULARY = Vocabularies.in(Language.EN);

  private ParametersPage() {}

  static String of(ParameterTable table, List<Endpoint> endpoints) {
    StringBuilder page =
        new StringBuilder(
            """
            # Parameters

            Written by `ParametersPageTest` from their definitions in `dev.gpuadvisor.parameter`.
            Each has the same name on every surface: query, form, JSON body, MCP, the page, and
            Slack, where short words stand for the commonest. Numbers are written as people write
            them: `32k`, `8,192`, `1e3`, `$3/h`, `0,684`, `90%`, `24 GB`; a unit that does not
            belong to the parameter, another currency without a rate, and a number that could be
            two are faults that say so.
            """);
    for (Group group : Group.values()) {
      List<Parameter<?>> members = table.of(group);
      if (!members.isEmpty()) {
        page.append("\n## ").append(TEXTS.write(group.title())).append("\n\n");
        page.append("Taken by ").append(takenBy(members.get(0), endpoints)).append(".\n\n");
        page.append("| parameter | means | values | unless given | in Slack |\n");
        page.append("|---|---|---|---|---|\n");
        members.forEach(parameter -> page.append(row(parameter)));
      }
    }
    return page.toString();
  }

  private static String takenBy(Parameter<?> parameter, List<Endpoint> endpoints) {
    return endpoints.stream()
        .filter(
            endpoint ->
                endpoint instanceof Operation<?> operation
                    && operation.parameters().contains(parameter))
        .map(operation -> "`" + operation.path() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String row(Parameter<?> parameter) {
    String words =
        parameter.slackWords().stream()
            .map(word -> code(word + "=" + parameter.example()))
            .limit(1)
            .collect(Collectors.joining());
    return List.of(
            code(parameter.name()) + (parameter.required() ? ", required" : ""),
            TEXTS.write(parameter.description()),
            values(parameter) + (parameter.repeatable() ? "; several" : ""),
            parameter.defaultText(VOCABULARY).map(ParametersPage::code).orElse(""),
            words)
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String values(Parameter<?> parameter) {
    Shape shape = parameter.type().shape(VOCABULARY);
    if (shape instanceof Shape.Whole whole) {
      return whole.least() + " to " + whole.most() + ", " + written(parameter);
    }
    if (shape instanceof Shape.Decimal decimal) {
      return decimal.least() + " to " + decimal.most() + ", " + written(parameter);
    }
    if (shape instanceof Shape.Flag) {
      return "`true`, `false`";
    }
    boolean few = shape instanceof Shape.Choice choice && choice.values().size() <= 4;
    return few
        ? ((Shape.Choice) shape)
            .values().stream().map(ParametersPage::code).collect(Collectors.joining(", "))
        : shape instanceof Shape.AnyObject ? "a JSON object" : written(parameter);
  }

  private static String written(Parameter<?> parameter) {
    return "such as " + code(parameter.example());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
