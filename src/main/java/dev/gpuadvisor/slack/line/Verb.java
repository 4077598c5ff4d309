package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.parameter.Parameters.BUDGET_PER_HOUR;
import static dev.gpuadvisor.parameter.Parameters.BUDGET_PER_MONTH;
import static dev.gpuadvisor.parameter.Parameters.CURRENT;
import static dev.gpuadvisor.parameter.Parameters.CURRENT_PRICE_PER_HOUR;
import static dev.gpuadvisor.parameter.Parameters.HOURS_PER_MONTH;
import static dev.gpuadvisor.parameter.Parameters.MAX_GPUS;
import static dev.gpuadvisor.parameter.Parameters.MIN_SUPPLY;
import static dev.gpuadvisor.parameter.Parameters.OFFERS;
import static dev.gpuadvisor.parameter.Parameters.PROVIDERS;
import static dev.gpuadvisor.parameter.Parameters.QUANTIZATIONS;
import static dev.gpuadvisor.parameter.Parameters.SEARCH;
import static dev.gpuadvisor.parameter.Parameters.WORKLOAD;

import dev.gpuadvisor.parameter.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a line asks for; a line that does not say so wants a recommendation. */
public enum Verb {
  RECOMMEND(List.of("recommend", "recommander"), recommendation()),
  COMPARE(List.of("compare", "comparer"), comparison()),
  LIST_OFFERS(
      List.of("offers", "offer", "offres", "offre", "prices", "prix"),
      List.of(PROVIDERS, MIN_SUPPLY, HOURS_PER_MONTH)),
  LIST_MODELS(List.of("models", "model", "modèles", "modeles", "modèle"), List.of(SEARCH)),
  HELP(List.of("help", "aide", "?", "usage"), List.of());

  private final List<String> names;
  private final List<Parameter<?>> parameters;

  Verb(List<String> names, List<Parameter<?>> parameters) {
    this.names = names;
    this.parameters = parameters;
  }

  /** What can be said besides: the parameters of the same operation of the API. */
  List<Parameter<?>> parameters() {
    return parameters;
  }

  /** The name that is shown. */
  String shown() {
    return names.get(0);
  }

  static Optional<Verb> of(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(verb -> verb.names.contains(wanted)).findFirst();
  }

  private static List<Parameter<?>> recommendation() {
    return Stream.of(
            WORKLOAD,
            List.of(QUANTIZATIONS, PROVIDERS, BUDGET_PER_HOUR, BUDGET_PER_MONTH),
            List.of(HOURS_PER_MONTH, MIN_SUPPLY, MAX_GPUS, CURRENT, CURRENT_PRICE_PER_HOUR))
        .flatMap(List::stream)
        .<Parameter<?>>map(parameter -> parameter)
        .toList();
  }

  private static List<Parameter<?>> comparison() {
    return Stream.of(
            WORKLOAD,
            List.of(OFFERS, QUANTIZATIONS, BUDGET_PER_HOUR, BUDGET_PER_MONTH),
            List.of(HOURS_PER_MONTH, MIN_SUPPLY, MAX_GPUS))
        .flatMap(List::stream)
        .<Parameter<?>>map(parameter -> parameter)
        .toList();
  }
}
