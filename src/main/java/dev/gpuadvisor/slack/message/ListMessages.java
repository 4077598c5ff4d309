package dev.gpuadvisor.slack.message;

import static dev.gpuadvisor.slack.message.Block.Table.KEPT;
import static dev.gpuadvisor.slack.message.Block.Table.LEFT;
import static dev.gpuadvisor.slack.message.Block.Table.RIGHT;

import dev.gpuadvisor.advice.AgeNotes;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.question.ModelList;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.slack.message.Block.Table;
import dev.gpuadvisor.slack.message.Block.Table.Column;
import dev.gpuadvisor.slack.message.Block.Table.Row;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue as it is: offers, models. */
public final class ListMessages {

  private static final int MOST_ROWS = 20;
  private static final int MOST_SPOKEN = 5;
  private static final String EXAMPLE = "qwen2.5-14b 8bit";
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

  private ListMessages() {}

  /**
   * @param fewer a line that asks for fewer offers
   */
  public static SlackMessage offers(
      MessageBuilder page,
      OfferList asked,
      boolean shared,
      LocalDate today,
      Optional<String> fewer) {
    List<Offer> offers = first(asked.offers(), MOST_ROWS);
    List<PriceList> lists = Phrases.listing(offers, asked.lists());
    Message headline = Msg.Slack.headlineOffers(asked.offers().size());
    List<Message> warnings =
        AgeNotes.of(lists, offers, today).stream().map(note -> note.text()).toList();
    page.header(headline, warnings);
    List<Column> columns =
        List.of(
            new Column(page.write(Msg.Answer.headOffer()), LEFT, KEPT),
            new Column(page.write(Msg.Answer.headCards()), LEFT, 4),
            new Column(page.write(Msg.Answer.headMemory()), RIGHT, KEPT),
            new Column(page.write(Msg.Slack.headHour()), RIGHT, KEPT),
            new Column(page.write(Msg.Answer.headMonth()), RIGHT, 2),
            new Column(page.write(Msg.Answer.headSupply()), LEFT, 1),
            new Column(page.write(Msg.Answer.headProvider()), LEFT, 3));
    if (!offers.isEmpty()) {
      page.add(
          new Table(columns, offers.stream().map(each -> row(page, each, asked.usage())).toList()));
    }
    Optional<Message> none = offers.isEmpty() ? Optional.of(none(asked.lists())) : Optional.empty();
    none.ifPresent(text -> page.add(new Block.Plain(page.write(text))));
    more(page, asked.offers().size());
    Phrases.smallPrint(page, lists, List.of(), today);
    page.ending(
        MessageBuilder.Ending.NEXT,
        fewer.filter(line -> asked.offers().size() > MOST_ROWS).orElse(EXAMPLE));
    List<Message> spoken = new ArrayList<>(List.of(Msg.Slack.spokenHeadline(headline)));
    none.ifPresent(spoken::add);
    first(offers, MOST_SPOKEN).forEach(offer -> spoken.add(spoken(offer)));
    spoken.addAll(Phrases.dates(lists, today));
    return page.message(shared, spoken.stream().map(page::write).toList());
  }

  /** Why there is none: what is offered by those who were asked, and who was not. */
  private static Message none(List<PriceList> lists) {
    int offers = lists.stream().mapToInt(list -> list.offers().size()).sum();
    String providers = lists.stream().map(PriceList::name).collect(Collectors.joining(", "));
    return Msg.Slack.noOffers(offers, providers);
  }

  private static Row row(MessageBuilder page, Offer offer, Usage usage) {
    Bill bill = Bill.of(offer, usage);
    return new Row(
        false,
        List.of(
            offer.id(),
            cards(offer),
            (offer.gpus() == 1 ? "" : offer.gpus() + "× ")
                + page.write(Msg.Amount.gigabytes(offer.nominalGb() / offer.gpus())),
            page.write(Wording.hourFigure(bill.price())),
            page.write(Wording.month(bill)),
            page.write(Reasons.supply(offer.supply())),
            offer.provider()));
  }

  private static String cards(Offer offer) {
    return offer.cards().stream().map(Card::id).collect(Collectors.joining(", "));
  }

  private static Message spoken(Offer offer) {
    return Msg.Slack.spokenOffer(
        cards(offer), offer.nominalGb(), Wording.perHour(Price.of(offer)), offer.id());
  }

  /**
   * @param nearest models that may be meant where there are none
   */
  public static SlackMessage models(
      MessageBuilder page, ModelList asked, List<String> nearest, boolean shared) {
    String search = asked.search();
    List<Model> models = asked.models();
    Message headline = Msg.Slack.headlineModels(models.size());
    page.header(headline, List.of());
    if (models.isEmpty()) {
      Doubt none = Doubt.about(search, Msg.Slack::doubtNoSuchModel, nearest);
      page.add(new Block.Plain(page.write(none)));
      page.ending(MessageBuilder.Ending.NEXT, EXAMPLE);
      return page.message(
          shared,
          List.of(page.write(Msg.Slack.spokenHeadline(headline)), Spoken.plain(page.write(none))));
    }
    List<Column> columns =
        List.of(
            new Column(page.write(Msg.Answer.headModel()), LEFT, KEPT),
            new Column(page.write(Msg.Slack.headParameters()), RIGHT, KEPT),
            new Column(page.write(Msg.Answer.headContext()), RIGHT, 1));
    page.add(
        new Table(
            columns, first(models, MOST_ROWS).stream().map(model -> row(page, model)).toList()));
    more(page, models.size());
    page.ending(MessageBuilder.Ending.NEXT, models.get(0).id());
    List<Message> spoken = new ArrayList<>(List.of(Msg.Slack.spokenHeadline(headline)));
    first(models, MOST_SPOKEN)
        .forEach(
            model ->
                spoken.add(Msg.Slack.spokenModel(billions(model), model.maxContext(), model.id())));
    return page.message(shared, spoken.stream().map(page::write).toList());
  }

  private static Row row(MessageBuilder page, Model model) {
    return new Row(
        false,
        List.of(
            model.id(),
            page.write(Msg.Slack.cellParameters(billions(model))),
            page.write(Wording.count(model.maxContext()))));
  }

  private static BigDecimal billions(Model model) {
    return BigDecimal.valueOf(model.parameters()).divide(BILLION, 1, RoundingMode.HALF_UP);
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static void more(MessageBuilder page, int count) {
    if (count > MOST_ROWS) {
      page.aside(Msg.Slack.moreRows(count - MOST_ROWS));
    }
  }
}
