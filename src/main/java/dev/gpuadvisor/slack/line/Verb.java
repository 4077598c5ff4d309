package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.parameter.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line asks for; a line that does not say so wants a recommendation. */
public enum Verb {
  RECOMMEND("recommend", "recommend", "recommander"),
  COMPARE("compare", "compare", "comparer"),
  LIST_OFFERS("listOffers", "offers", "offer", "offres", "offre", "prices", "prix"),
  LIST_MODELS("listModels", "models", "model", "modèles", "modeles", "modèle"),
  HELP("", "help", "aide", "?", "usage");

  private final String operation;
  private final List<String> names;

  /**
   * @param operation of the API that answers the same; empty where there is none
   */
  Verb(String operation, String... names) {
    this.operation = operation;
    this.names = List.of(names);
  }

  /** What can be said besides: the parameters of the same operation of the API. */
  public List<Parameter<?>> parameters() {
    return operation.isEmpty() ? List.of() : Operations.named(operation).parameters();
  }

  /** The name that is shown. */
  String shown() {
    return names.get(0);
  }

  static Optional<Verb> of(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(verb -> verb.names.contains(wanted)).findFirst();
  }
}
