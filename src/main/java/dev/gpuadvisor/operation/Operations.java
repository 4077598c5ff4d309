package dev.gpuadvisor.operation;

import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.ArrayList;
import java.util.List;

/** The table of operations: both doors, the OpenAPI document and the gateway's routes follow it. */
public final class Operations {

  private static final ParameterTable TABLE = ParameterTable.standard();

  /** Of every operation that answers with a recommendation, in whatever form. */
  public static final List<Parameter<?>> OF_RECOMMENDATIONS =
      TABLE.of(
          Group.MODEL,
          Group.FORMATS,
          Group.SERVING,
          Group.TRAINING,
          Group.DESCRIPTION,
          Group.OFFERS,
          Group.RENTING,
          Group.MOVING,
          Group.ANSWER);

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
                  TABLE.of(
                      Group.MODEL,
                      Group.FORMAT,
                      Group.SERVING,
                      Group.TRAINING,
                      Group.DESCRIPTION,
                      Group.HARDWARE,
                      Group.ANSWER),
                  Estimates::estimate)
              .orPost()
              .answers("Estimate")
              .forExample("model=llama-3.1-8b&quantization=bf16&card=L4"),
          Operation.get(
                  "compare",
                  "/v1/compare",
                  TABLE.of(
                      Group.COMPARED,
                      Group.MODEL,
                      Group.FORMATS,
                      Group.SERVING,
                      Group.TRAINING,
                      Group.DESCRIPTION,
                      Group.RENTING,
                      Group.ANSWER),
                  AdviceOperations::compare)
              .answers("Comparison")
              .forExample("offers=AMPERE_24,ADA_24_PRO&model=qwen2.5-14b&quantization=8bit"),
          Operation.get(
                  "listOffers",
                  "/v1/offers",
                  List.of(
                      RentingParameters.PROVIDERS,
                      RentingParameters.MIN_SUPPLY,
                      RentingParameters.HOURS_PER_MONTH,
                      Parameters.LANG),
                  CatalogOperations::listOffers)
              .answers("Offers"),
          Operation.get(
                  "showOffer",
                  "/v1/offers/{id}",
                  List.of(
                      LookupParameters.OFFER_ID,
                      RentingParameters.HOURS_PER_MONTH,
                      Parameters.LANG),
                  CatalogOperations::showOffer)
              .answers("Offer")
              .forExample("id=AMPERE_24"),
          Operation.get(
                  "listModels",
                  "/v1/models",
                  TABLE.of(Group.MODEL_SEARCH, Group.ANSWER),
                  CatalogOperations::listModels)
              .answers("Models")
              .forExample("search=mistral"),
          Operation.get(
                  "showModel",
                  "/v1/models/{id}",
                  TABLE.of(Group.MODEL_PATH, Group.ANSWER),
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
        Operation.get("accuracy", "/v1/accuracy", TABLE.of(Group.ANSWER), MetaOperations::accuracy)
            .answers("Accuracy"));
    all.add(
        Operation.get("openapi", "/openapi", List.of(), call -> MetaOperations.openApi(call, all))
            .answers("OpenApi"));
    all.add(
        Operation.get("health", "/health", List.of(), MetaOperations::health).answers("Health"));
    return List.copyOf(all);
  }
}
