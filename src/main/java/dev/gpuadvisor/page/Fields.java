package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTexts;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From parameters to the controls that ask for them. */
record Fields(PageTexts words, Typed typed, FieldFaults faults) {

  Field of(Parameter<?> parameter) {
    Shape shape = parameter.type().shape();
    if (shape instanceof Shape.EnumType choice) {
      return field(parameter, Field.Kind.SELECT, select(parameter, choice.values()));
    }
    return field(parameter, kind(shape), List.of());
  }

  /** A text that completes to names, but takes any other that the parameter understands. */
  Field completing(Parameter<?> parameter, List<Option> names) {
    return field(parameter, Field.Kind.TEXT, names);
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

  /** What a parameter is called; one that hardly anybody needs goes by its name. */
  static String name(PageTexts words, Parameter<?> parameter) {
    return FormFields.isShown(parameter)
        ? words.of(ParameterTexts.field(parameter.name()))
        : parameter.name();
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
    if (FormFields.isShownFirst(parameter)) {
      return words.of(ParameterTexts.hint(parameter.name()));
    }
    String hint = words.of(ParameterTexts.description(parameter.name()));
    // A select shows its default; of what is off by default the hint says so.
    boolean said =
        kind == Field.Kind.SELECT || parameter.defaultText().filter("0"::equals).isPresent();
    if (said || parameter.defaultText().isEmpty()) {
      return hint;
    }
    return words.of(Msg.Page.hintDefault(hint, parameter.defaultText().get()));
  }

  /** What was typed is among the options, whatever it is: nothing typed gets lost. */
  private List<Option> select(Parameter<?> parameter, List<String> values) {
    String chosen = typed.text(parameter);
    List<Option> options = new ArrayList<>();
    String usual = parameter.defaultText().map(value -> label(parameter, value)).orElse("");
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
    String lower = value.toLowerCase(Locale.ROOT);
    if (parameter.equals(Parameters.PROVIDERS)) {
      return BundledCatalog.catalog()
          .priceLists()
          .find(value)
          .map(PriceList::name)
          .orElseGet(() -> words.of(Msg.Page.allProviders()));
    }
    if (parameter.equals(Parameters.MIN_SUPPLY)) {
      return words.of(Reasons.supply(Supply.valueOf(value.toUpperCase(Locale.ROOT))));
    }
    return switch (parameter.name() + "." + lower) {
      case "rank_by.price" -> words.of(Msg.Page.rankByPrice());
      case "rank_by.cost_per_token" -> words.of(Msg.Page.rankByCostPerToken());
      case "rank_by.speed" -> words.of(Msg.Page.rankBySpeed());
      case "lang.en" -> words.of(Msg.Page.langEn());
      case "lang.fr" -> words.of(Msg.Page.langFr());
      default -> value;
    };
  }

  private static Field.Kind kind(Shape shape) {
    if (shape instanceof Shape.Whole) {
      return Field.Kind.WHOLE;
    }
    return shape instanceof Shape.Decimal ? Field.Kind.DECIMAL : Field.Kind.TEXT;
  }
}
