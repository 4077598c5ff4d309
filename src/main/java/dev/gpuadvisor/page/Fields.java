package dev.gpuadvisor.page;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Place;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From parameters to the controls that ask for them. */
record Fields(PageTexts words, Typed typed, FieldFaults faults, Vocabulary vocabulary) {

  Field of(Parameter<?> parameter) {
    Shape shape = parameter.type().shape(vocabulary);
    if (shape instanceof Shape.Choice choice) {
      return field(parameter, Field.Kind.SELECT, select(parameter, choice.values()));
    }
    if (shape instanceof Shape.Flag) {
      return field(parameter, Field.Kind.SELECT, select(parameter, List.of("true", "false")));
    }
    return field(parameter, kind(shape), completions(parameter));
  }

  /** Names that a text completes to; it takes any other that the parameter understands. */
  private List<Option> completions(Parameter<?> parameter) {
    return parameter.type().offered(vocabulary).stream()
        .map(named -> Option.offered(named.value(), named.label()))
        .toList();
  }

  /**
   * Boxes for some of a parameter's values.
   *
   * @param ticked where nothing was typed
   */
  Field boxes(Parameter<?> parameter, List<String> values, List<String> ticked) {
    List<String> chosen = typed.has(parameter) ? typed.values(parameter) : ticked;
    List<Option> options =
        values.stream().map(value -> new Option(value, value, isAmong(value, chosen))).toList();
    return field(parameter, Field.Kind.BOXES, options);
  }

  /** What a parameter is called. */
  static String name(PageTexts words, Parameter<?> parameter) {
    return words.of(parameter.label());
  }

  static boolean isAmong(String value, List<String> names) {
    return names.stream().map(NameIndex::key).anyMatch(NameIndex.key(value)::equals);
  }

  private Field field(Parameter<?> parameter, Field.Kind kind, List<Option> options) {
    return new Field(
        parameter.name(),
        kind,
        name(words, parameter),
        hint(parameter, kind),
        typed.has(parameter) ? typed.text(parameter) : faults.value(parameter),
        options,
        faults.of(parameter));
  }

  private String hint(Parameter<?> parameter, Field.Kind kind) {
    String hint = words.of(parameter.hint());
    Optional<String> usual = parameter.defaultText(vocabulary);
    // A select shows its default; of what is off by default the hint says so.
    boolean said =
        parameter.place() == Place.FIRST
            || kind == Field.Kind.SELECT
            || usual.filter("0"::equals).isPresent();
    if (said || usual.isEmpty()) {
      return hint;
    }
    return words.of(Msg.Page.hintDefault(hint, usual.get()));
  }

  /** What was typed is among the options, whatever it is: nothing typed gets lost. */
  private List<Option> select(Parameter<?> parameter, List<String> values) {
    String chosen = typed.text(parameter);
    List<Option> options = new ArrayList<>();
    String usual =
        parameter.defaultText(vocabulary).map(value -> label(parameter, value)).orElse("");
    options.add(new Option("", usual(usual), chosen.isEmpty()));
    for (String value : values) {
      options.add(new Option(value, label(parameter, value), isAmong(value, List.of(chosen))));
    }
    if (!chosen.isEmpty() && options.stream().noneMatch(Option::chosen)) {
      options.add(new Option(chosen, chosen, true));
    }
    return options;
  }

  private String usual(String label) {
    return label.isEmpty() ? words.of(Msg.Page.any()) : words.of(Msg.Page.byDefault(label));
  }

  private String label(Parameter<?> parameter, String value) {
    return parameter.type().label(value, vocabulary).map(words::of).orElse(value);
  }

  private static Field.Kind kind(Shape shape) {
    if (shape instanceof Shape.Whole) {
      return Field.Kind.WHOLE;
    }
    return shape instanceof Shape.Decimal ? Field.Kind.DECIMAL : Field.Kind.TEXT;
  }
}
