package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.question.ComparedOffers;
import dev.gpuadvisor.question.Listed;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.util.ArrayList;
import java.util.List;

/** The table of operations: both doors, the OpenAPI document and the gateway's routes follow it. */
public final class Operations {

  private final Questions questions;
  private final List<Operation<?>> own;
  private final List<Operation<?>> tables;

  /**
   * @param questions that are answered
   */
  public Operations(Questions questions) {
    this.questions = questions;
    Operation<Listed<Question>> recommend =
        Operation.get(
                "recommend",
                "/v1/recommendations",
                Questions.listed(questions.recommendation(), LookupParameters.LIMIT),
                AdviceOperations::recommend)
            .orPost()
            .answers("Recommendation")
            .forExample("model=qwen2.5-14b&quantization=8bit");
    Operation<ComparedOffers> compare =
        Operation.get("compare", "/v1/compare", questions.comparison(), AdviceOperations::compare)
            .answers("Comparison")
            .forExample("offers=AMPERE_24,ADA_24_PRO&model=qwen2.5-14b&quantization=8bit");
    Operation<Listed<OfferList>> offers =
        Operation.get(
                "listOffers",
                "/v1/offers",
                Questions.listed(questions.offers(), LookupParameters.ENTRIES),
                CatalogOperations::listOffers)
            .answers("Offers");
    this.tables =
        List.of(
            recommend.orTable(questions, AdviceOperations::recommendTable).orFields(questions),
            compare.orTable(questions, AdviceOperations::compareTable).orFields(questions),
            offers.orTable(questions, CatalogOperations::offerTable).orFields(questions));
    this.own =
        List.of(
            recommend.orFields(questions),
            Operation.get("estimate", "/v1/estimate", questions.estimate(), Estimates::estimate)
                .orPost()
                .answers("Estimate")
                .forExample("model=llama-3.1-8b&quantization=bf16&card=L4")
                .orFields(questions),
            compare.orFields(questions),
            Operation.get("readLog", "/v1/logs", questions.log(), Logs::read)
                .onlyPost()
                .answers("Log")
                .forExample(
                    "log=INFO+Available+KV+cache+memory:+51.38+GiB.&model=llama-3.1-8b&card=H100_SXM")
                .orFields(questions),
            offers.orFields(questions),
            Operation.get(
                    "showOffer", "/v1/offers/{id}", questions.offer(), CatalogOperations::showOffer)
                .answers("Offer")
                .forExample("id=AMPERE_24")
                .orFields(questions),
            Operation.get(
                    "listModels",
                    "/v1/models",
                    Questions.listed(questions.models(), LookupParameters.ENTRIES),
                    CatalogOperations::listModels)
                .answers("Models")
                .forExample("search=mistral")
                .orFields(questions),
            Operation.get(
                    "showModel", "/v1/models/{id}", questions.model(), CatalogOperations::showModel)
                .answers("Model")
                .forExample("id=qwen2.5-14b")
                .orFields(questions));
  }

  /** What is answered. */
  public Questions questions() {
    return questions;
  }

  /**
   * For packages that offer the same operations in another protocol, which has JSON alone.
   *
   * @throws java.util.NoSuchElementException where there is no such operation
   */
  public Operation<?> named(String id) {
    return own.stream().filter(operation -> operation.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * As it is had over HTTP: also as a table, where it has one.
   *
   * @throws java.util.NoSuchElementException where there is no such operation
   */
  public Operation<?> overHttp(String id) {
    for (Operation<?> table : tables) {
      if (table.id().equals(id)) {
        return table;
      }
    }
    return named(id);
  }

  /**
   * The whole table.
   *
   * @param others endpoints of packages that build on this one
   */
  public List<Endpoint> with(List<Endpoint> others) {
    List<Endpoint> all = new ArrayList<>(own);
    for (Operation<?> table : tables) {
      all.replaceAll(each -> each.id().equals(table.id()) ? table : each);
    }
    all.addAll(others);
    all.add(
        Operation.get(
                "accuracy",
                "/v1/accuracy",
                questions.nothing(Group.ANSWER),
                MetaOperations::accuracy)
            .answers("Accuracy"));
    all.add(
        Operation.get(
                "openapi",
                "/openapi",
                questions.nothing(),
                (catalog, call) ->
                    MetaOperations.openApi(questions.vocabulary(Language.EN), call, all))
            .answers("OpenApi"));
    all.add(
        Operation.get(
                "llms",
                "/llms.txt",
                questions.nothing(),
                (catalog, call) -> MetaOperations.llms(catalog, call, all))
            .answers("Text")
            .in(List.of("text/plain; charset=utf-8")));
    all.add(
        Operation.get("health", "/health", questions.nothing(), MetaOperations::health)
            .answers("Health"));
    return List.copyOf(all);
  }
}
