package dev.gpuadvisor.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.RunnableModel;
import dev.gpuadvisor.advice.RunnableQuestion;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.page.ListView.Row;
import dev.gpuadvisor.page.ListView.Table;
import dev.gpuadvisor.question.ModelList;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.story.HistoryStory;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Offers and models as rows. */
final class Lists {

  private Lists() {}

  static Table offers(OfferList wanted, PageTexts words, LocalDate today) {
    OfferList asked = wanted.on(today);
    Map<String, PriceList> lists = new HashMap<>();
    asked.lists().forEach(list -> lists.put(list.provider(), list));
    List<Message> heads =
        List.of(
            Msg.Answer.headOffer(),
            Msg.Answer.headCards(),
            Msg.Answer.headMemory(),
            Msg.Answer.headHour(),
            Msg.Answer.headMonth(),
            Msg.Answer.headSupply(),
            Msg.History.head());
    return new Table(
        Msg.Slack.headlineOffers(asked.offers().size()),
        heads,
        asked.offers().stream()
            .map(each -> row(each, lists.get(each.provider()), asked, words, today))
            .toList());
  }

  private static Row row(
      Offer offer, PriceList list, OfferList asked, PageTexts words, LocalDate today) {
    Bill bill = Bill.of(offer, asked.usage());
    return new Row(
        new Link("v1/offers/" + encoded(offer.id()) + words.staying("?"), offer.id()),
        list.name(),
        List.of(
            (offer.gpus() == 1 ? "" : offer.gpus() + " x ")
                + offer.cards().stream().map(Card::name).collect(Collectors.joining(" / ")),
            words.of(Msg.Amount.gigabytes(offer.nominalGb())),
            words.of(Wording.hour(bill.price())),
            words.of(Wording.month(bill)),
            words.of(Reasons.supply(offer.supply())),
            new HistoryStory(offer, list, today).inShort().map(words::of).orElse("\u2013")));
  }

  static Table models(ModelList asked, PageTexts words, LocalDate today) {
    return asked
        .hardware()
        .map(on -> running(RunnableModel.of(asked.models(), on), on, words))
        .orElseGet(() -> named(asked.models(), words));
  }

  private static Table running(List<RunnableModel> running, RunnableQuestion on, PageTexts words) {
    List<Message> heads =
        List.of(
            Msg.Answer.headModel(),
            Msg.Page.factFormat(),
            Msg.Answer.headMemory(),
            Msg.Page.factContext(),
            Msg.Page.headSpeed());
    return new Table(
        Msg.Slack.headlineRuns(on.name(), running.size()),
        heads,
        running.stream().map(each -> row(each, on, words)).toList());
  }

  private static Row row(RunnableModel each, RunnableQuestion on, PageTexts words) {
    Model model = each.model();
    String query = "&context=" + on.tokens().context() + "&runtime=" + on.runtime().id();
    return new Row(
        new Link(ofModel(model, words) + query, model.id()),
        model.huggingFaceId(),
        List.of(
            Wording.format(each.quantization()),
            words.percent(each.fitting().memoryPercent()),
            words.count(each.fitting().largestContext()),
            words.count(Math.round(each.speed().perSecond().low()))));
  }

  private static Table named(List<Model> models, PageTexts words) {
    List<Message> heads = List.of(Msg.Answer.headModel(), Msg.Answer.headContext());
    return new Table(
        Msg.Slack.headlineModels(models.size()),
        heads,
        models.stream()
            .map(
                model ->
                    new Row(
                        new Link(ofModel(model, words), model.id()),
                        model.huggingFaceId(),
                        List.of(words.count(model.maxContext()))))
            .toList());
  }

  /** Where it is asked what to rent for it. */
  private static String ofModel(Model model, PageTexts words) {
    return "./?model=" + encoded(model.id()) + words.staying("&");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
