package dev.gpuadvisor.operation;

import static dev.gpuadvisor.parameter.Parameters.BUDGET_PER_HOUR;
import static dev.gpuadvisor.parameter.Parameters.BUDGET_PER_MONTH;
import static dev.gpuadvisor.parameter.Parameters.CARD;
import static dev.gpuadvisor.parameter.Parameters.CURRENT;
import static dev.gpuadvisor.parameter.Parameters.CURRENT_PRICE_PER_HOUR;
import static dev.gpuadvisor.parameter.Parameters.GPUS;
import static dev.gpuadvisor.parameter.Parameters.HOURS_PER_MONTH;
import static dev.gpuadvisor.parameter.Parameters.IDLE_SECONDS;
import static dev.gpuadvisor.parameter.Parameters.LANG;
import static dev.gpuadvisor.parameter.Parameters.MAX_GPUS;
import static dev.gpuadvisor.parameter.Parameters.MIN_SUPPLY;
import static dev.gpuadvisor.parameter.Parameters.MIN_TOKENS_PER_SECOND;
import static dev.gpuadvisor.parameter.Parameters.MODEL_ID;
import static dev.gpuadvisor.parameter.Parameters.OFFERS;
import static dev.gpuadvisor.parameter.Parameters.OFFER_ID;
import static dev.gpuadvisor.parameter.Parameters.PROVIDERS;
import static dev.gpuadvisor.parameter.Parameters.QUANTIZATION;
import static dev.gpuadvisor.parameter.Parameters.QUANTIZATIONS;
import static dev.gpuadvisor.parameter.Parameters.RANK_BY;
import static dev.gpuadvisor.parameter.Parameters.SEARCH;
import static dev.gpuadvisor.parameter.Parameters.STARTS_PER_HOUR;
import static dev.gpuadvisor.parameter.Parameters.STARTUP_SECONDS;
import static dev.gpuadvisor.parameter.Parameters.WORKLOAD;

import dev.gpuadvisor.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The table of operations: both doors, the OpenAPI document and the gateway's routes follow it. */
public final class Operations {

  private static final List<Parameter<?>> WILLING_TO_RENT =
      List.of(
          BUDGET_PER_HOUR,
          BUDGET_PER_MONTH,
          HOURS_PER_MONTH,
          MIN_SUPPLY,
          MAX_GPUS,
          MIN_TOKENS_PER_SECOND,
          RANK_BY);

  /** What runs now, and how it is used. */
  private static final List<Parameter<?>> MOVING =
      List.of(CURRENT, CURRENT_PRICE_PER_HOUR, STARTS_PER_HOUR, STARTUP_SECONDS, IDLE_SECONDS);

  /** Of every operation that answers with a recommendation, in whatever form. */
  public static final List<Parameter<?>> OF_RECOMMENDATIONS =
      join(WORKLOAD, List.of(QUANTIZATIONS, PROVIDERS), WILLING_TO_RENT, MOVING, List.of(LANG));

  private static final List<Operation> OWN =
      List.of(
          Operation.get(
                  "recommend",
                  "/v1/recommendations",
                  OF_RECOMMENDATIONS,
                  AdviceOperations::recommend)
              .orPost()
              .answers("Recommendation")
              .forExample("model=qwen2.5-14b&quantization=8bit"),
          Operation.get(
                  "estimate",
                  "/v1/estimate",
                  join(WORKLOAD, List.of(QUANTIZATION, CARD, GPUS, LANG)),
                  Estimates::estimate)
              .orPost()
              .answers("Estimate")
              .forExample("model=llama-3.1-8b&quantization=bf16&card=L4"),
          Operation.get(
                  "compare",
                  "/v1/compare",
                  join(
                      List.of(OFFERS),
                      WORKLOAD,
                      List.of(QUANTIZATIONS),
                      WILLING_TO_RENT,
                      List.of(LANG)),
                  AdviceOperations::compare)
              .answers("Comparison")
              .forExample("offers=AMPERE_24,ADA_24_PRO&model=qwen2.5-14b&quantization=8bit"),
          Operation.get(
                  "listOffers",
                  "/v1/offers",
                  List.of(PROVIDERS, MIN_SUPPLY, HOURS_PER_MONTH, LANG),
                  CatalogOperations::listOffers)
              .answers("Offers"),
          Operation.get(
                  "showOffer",
                  "/v1/offers/{id}",
                  List.of(OFFER_ID, HOURS_PER_MONTH, LANG),
                  CatalogOperations::showOffer)
              .answers("Offer")
              .forExample("id=AMPERE_24"),
          Operation.get(
                  "listModels", "/v1/models", List.of(SEARCH, LANG), CatalogOperations::listModels)
              .answers("Models")
              .forExample("search=mistral"),
          Operation.get(
                  "showModel",
                  "/v1/models/{id}",
                  List.of(MODEL_ID, LANG),
                  CatalogOperations::showModel)
              .answers("Model")
              .forExample("id=qwen2.5-14b"));

  private Operations() {}

  /**
   * For packages that offer the same operations in another protocol.
   *
   * @throws java.util.NoSuchElementException where there is no such operation
   */
  public static Operation named(String id) {
    return OWN.stream().filter(operation -> operation.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * The whole table.
   *
   * @param others operations of packages that build on this one
   */
  public static List<Operation> with(List<Operation> others) {
    List<Operation> all = new ArrayList<>(OWN);
    all.addAll(others);
    all.add(
        Operation.get("accuracy", "/v1/accuracy", List.of(LANG), MetaOperations::accuracy)
            .answers("Accuracy"));
    all.add(
        Operation.get("openapi", "/openapi", List.of(), call -> MetaOperations.openApi(call, all))
            .answers("OpenApi"));
    all.add(
        Operation.get("health", "/health", List.of(), MetaOperations::health).answers("Health"));
    return List.copyOf(all);
  }

  @SafeVarargs
  private static List<Parameter<?>> join(List<Parameter<?>>... groups) {
    List<Parameter<?>> all = new ArrayList<>();
    for (List<Parameter<?>> group : groups) {
      all.addAll(group);
    }
    return List.copyOf(all);
  }
}
