package dev.gpuadvisor.page;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.ValueType.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which controls the form has. */
record FormFields(Fields fields, Typed typed) {

  private static final Catalog CATALOG = BundledCatalog.catalog();

  private static final List<Parameter<?>> SHOWN_FIRST =
      List.of(
          Parameters.MODEL,
          Parameters.QUANTIZATIONS,
          Parameters.CONTEXT,
          Parameters.CONCURRENCY,
          Parameters.BUDGET_PER_HOUR,
          Parameters.PROVIDERS,
          Parameters.CURRENT,
          Parameters.CURRENT_PRICE_PER_HOUR);

  private static final List<Parameter<?>> FOR_SOME =
      List.of(
          Parameters.RUNTIME,
          Parameters.OUTPUT_TOKENS,
          Parameters.KV_CACHE,
          Parameters.LORA_RANK,
          Parameters.MAX_GPUS,
          Parameters.MIN_SUPPLY,
          Parameters.BUDGET_PER_MONTH,
          Parameters.HOURS_PER_MONTH,
          Parameters.STARTS_PER_HOUR,
          Parameters.STARTUP_SECONDS,
          Parameters.IDLE_SECONDS,
          Parameters.MIN_TOKENS_PER_SECOND,
          Parameters.RANK_BY,
          Parameters.LANG);

  private static final List<String> FAMILIES =
      CATALOG.quantizations().all().stream().map(Quantization::family).distinct().toList();

  private static final List<Option> MODELS =
      CATALOG.models().all().stream()
          .map(model -> Option.offered(model.id(), model.huggingFaceId()))
          .toList();

  private static final List<Option> RENTED =
      Stream.concat(
              CATALOG.offers().all().stream()
                  .map(offer -> Option.offered(offer.id(), offer.provider())),
              CATALOG.cards().all().stream().map(card -> Option.offered(card.id(), card.name())))
          .toList();

  static boolean isShown(Parameter<?> parameter) {
    return SHOWN_FIRST.contains(parameter) || FOR_SOME.contains(parameter);
  }

  /** These say in words of their own what to put in. */
  static boolean isShownFirst(Parameter<?> parameter) {
    return SHOWN_FIRST.contains(parameter);
  }

  /** What most questions need. */
  List<Field> first() {
    return SHOWN_FIRST.stream().map(this::field).toList();
  }

  /** The rest, and what the query had besides: a form that drops it would ask something else. */
  List<Field> more() {
    List<Field> more = new ArrayList<>();
    FOR_SOME.forEach(parameter -> more.add(field(parameter)));
    for (Parameter<?> parameter : Typed.PARAMETERS) {
      boolean given = typed.has(parameter) || !fields.faults().of(parameter).isEmpty();
      if (given && !isShown(parameter)) {
        more.add(fields.of(parameter));
      }
    }
    return more;
  }

  /** Exact formats, for those who do not leave that to the runtime. */
  Field formats() {
    List<String> formats =
        ((Shape.EnumType) Parameters.QUANTIZATIONS.type().shape())
            .values().stream().filter(value -> !FAMILIES.contains(value)).toList();
    return fields.boxes(Parameters.QUANTIZATIONS, formats, List.of());
  }

  private Field field(Parameter<?> parameter) {
    if (parameter.equals(Parameters.MODEL)) {
      return fields.completing(parameter, MODELS);
    }
    if (parameter.equals(Parameters.CURRENT)) {
      return fields.completing(parameter, RENTED);
    }
    return parameter.equals(Parameters.QUANTIZATIONS) ? families() : fields.of(parameter);
  }

  /** Ticked as if nobody had chosen, unless the task has other ideas of that. */
  private Field families() {
    boolean untouched = typed.asksNothing();
    List<String> usual =
        Parameters.QUANTIZATIONS.defaultText().map(FormFields::parts).orElseThrow();
    List<String> shown = new ArrayList<>(FAMILIES);
    List<String> formats = ((Shape.EnumType) Parameters.QUANTIZATIONS.type().shape()).values();
    typed.values(Parameters.QUANTIZATIONS).stream()
        .filter(value -> !value.isEmpty() && !Fields.isAmong(value, formats))
        .distinct()
        .forEach(shown::add);
    return fields.boxes(Parameters.QUANTIZATIONS, shown, untouched ? usual : List.of());
  }

  private static List<String> parts(String text) {
    return List.of(text.split(","));
  }
}
