package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.RunnableModel;
import dev.gpuadvisor.advice.RunnableQuestion;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.csv.Csv;
import dev.gpuadvisor.csv.OfferTable;
import dev.gpuadvisor.json.GgufJson;
import dev.gpuadvisor.json.ModelJson;
import dev.gpuadvisor.json.OfferJson;
import dev.gpuadvisor.question.GgufFiles;
import dev.gpuadvisor.question.Listed;
import dev.gpuadvisor.question.ModelList;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.question.OfferQuestion;
import dev.gpuadvisor.story.HistoryStory;
import java.util.List;

/** The catalogue as it is. */
final class CatalogOperations {

  private CatalogOperations() {}

  static Content listOffers(Listed<OfferList> wanted, Call call) {
    OfferList asked = wanted.question().on(call.today());
    return call.json(
            json ->
                new OfferJson(json, asked.usage(), asked.exchange())
                    .write(
                        wanted.first(asked.offers()),
                        asked.offers().size(),
                        asked.lists(),
                        call.today()))
        .summarized(() -> Summaries.ofOffers(asked.offers()));
  }

  static Content offerTable(Listed<OfferList> wanted, Call call) {
    OfferList asked = wanted.question().on(call.today());
    return Content.cacheable(
        Csv.TYPE,
        OfferTable.bytes(
            wanted.first(asked.offers()), asked.lists(), asked.usage(), asked.exchange()));
  }

  static Content showOffer(OfferQuestion asked, Call call) {
    return call.json(
            json ->
                new OfferJson(json, asked.usage(), asked.exchange())
                    .write(asked.offer().on(call.today()), asked.list(), call.today()))
        .summarized(() -> new HistoryStory(asked.offer(), asked.list(), call.today()).sentences());
  }

  static Content listModels(Listed<ModelList> wanted, Call call) {
    ModelList asked = wanted.question();
    if (asked.files().isPresent()) {
      GgufFiles files = asked.files().get();
      Recommendation answer = Advisor.recommend(files.question(), call.today());
      return call.json(json -> new GgufJson(json).write(answer))
          .summarized(() -> Summaries.ofModels(List.of(files.model())));
    }
    if (asked.hardware().isPresent()) {
      return listRunning(wanted, asked.hardware().get(), call);
    }
    return call.json(
            json -> new ModelJson(json).write(wanted.first(asked.models()), asked.models().size()))
        .summarized(() -> Summaries.ofModels(asked.models()));
  }

  private static Content listRunning(Listed<ModelList> wanted, RunnableQuestion on, Call call) {
    List<RunnableModel> running = RunnableModel.of(wanted.question().models(), on);
    return call.json(
            json ->
                new ModelJson(json)
                    .writeRunning(wanted.first(running), running.size(), on, call.texts()))
        .summarized(() -> Summaries.ofModels(running.stream().map(RunnableModel::model).toList()));
  }

  static Content showModel(Model model, Call call) {
    return call.json(json -> new ModelJson(json).write(model));
  }
}
