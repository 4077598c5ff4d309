package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A word of the form {@code name=value}: short names for parameters of the API, which go by their
 * own names too.
 *
 * @param names as they may be typed
 * @param shapesWorkload whether the answer would be about something else without it
 * @param reading from the value to parameters; none where the value leaves open what it means
 */
record Setting(List<String> names, boolean shapesWorkload, Function<String, List<Given>> reading) {

  /** A parameter with its text. */
  record Given(Parameter<?> parameter, String text) {}

  static final List<Setting> ALL =
      List.of(
          workload(Parameters.CONTEXT, Amounts::tokens, "ctx", "contexte"),
          workload(Parameters.OUTPUT_TOKENS, Amounts::tokens, "out", "output", "sortie"),
          workload(Parameters.CONCURRENCY, Amounts::number, "users", "user", "utilisateurs"),
          workload(Parameters.LORA_RANK, Amounts::number, "lora"),
          workload(Parameters.KV_CACHE, UnaryOperator.identity(), "kv"),
          workload(Parameters.RUNTIME, UnaryOperator.identity(), "runtime", "rt", "moteur"),
          workload(Parameters.QUANTIZATIONS, Setting::formats, "quant", "q", "format"),
          other(Parameters.PROVIDERS, UnaryOperator.identity(), "provider", "fournisseur"),
          other(Parameters.BUDGET_PER_HOUR, Amounts::withoutUnit),
          other(Parameters.BUDGET_PER_MONTH, Amounts::withoutUnit),
          new Setting(List.of("budget"), false, Setting::budget),
          other(Parameters.HOURS_PER_MONTH, Amounts::withoutUnit, "hours", "heures"),
          other(Parameters.MIN_SUPPLY, Setting::supply, "supply", "dispo", "disponibilité"),
          other(Parameters.MAX_GPUS, Amounts::number, "gpus", "gpu"),
          new Setting(List.of("vs", "current"), false, Setting::current));

  private static final Map<String, String> SUPPLIES =
      Map.of(
          "élevée", "high", "elevee", "high", "haute", "high", "med", "medium", "moyenne", "medium",
          "faible", "low", "basse", "low");

  static Optional<Setting> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT).replace('-', '_');
    return ALL.stream().filter(setting -> setting.names.contains(wanted)).findFirst();
  }

  /** What a parameter of the API is called here. */
  static String shown(String parameter) {
    if (parameter.equals(Parameters.CURRENT_PRICE_PER_HOUR.name())) {
      return "vs";
    }
    return named(parameter).map(setting -> setting.names.get(0)).orElse(parameter);
  }

  /** Every name, for suggestions. */
  static List<String> allNames() {
    return ALL.stream().flatMap(setting -> setting.names.stream()).toList();
  }

  /** {@code a10g@1.00}: what runs now, and what it costs an hour. */
  static List<Given> current(String typed) {
    int at = typed.indexOf('@');
    if (at < 0) {
      return List.of(new Given(Parameters.CURRENT, typed));
    }
    return List.of(
        new Given(Parameters.CURRENT, typed.substring(0, at)),
        new Given(Parameters.CURRENT_PRICE_PER_HOUR, Amounts.withoutUnit(typed.substring(at + 1))));
  }

  private static List<Given> budget(String typed) {
    if (Amounts.isPerHour(typed)) {
      return List.of(new Given(Parameters.BUDGET_PER_HOUR, Amounts.withoutUnit(typed)));
    }
    return Amounts.isPerMonth(typed)
        ? List.of(new Given(Parameters.BUDGET_PER_MONTH, Amounts.withoutUnit(typed)))
        : List.of();
  }

  private static String supply(String typed) {
    return SUPPLIES.getOrDefault(typed.toLowerCase(Locale.ROOT), typed);
  }

  private static String formats(String typed) {
    return String.join(
        ",", Stream.of(typed.split(",")).map(word -> FormatWord.read(word).orElse(word)).toList());
  }

  private static Setting workload(
      Parameter<?> parameter, UnaryOperator<String> text, String... shortNames) {
    return of(parameter, true, text, shortNames);
  }

  private static Setting other(
      Parameter<?> parameter, UnaryOperator<String> text, String... shortNames) {
    return of(parameter, false, text, shortNames);
  }

  private static Setting of(
      Parameter<?> parameter, boolean shapes, UnaryOperator<String> text, String... shortNames) {
    List<String> names = Stream.concat(Stream.of(shortNames), Stream.of(parameter.name())).toList();
    return new Setting(names, shapes, typed -> List.of(new Given(parameter, text.apply(typed))));
  }
}
