package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.question.ModelList;
import dev.gpuadvisor.question.OfferList;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.slack.line.ModelSearch;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as it is: offers, models. */
public final class ListMessages {

  private static final int MOST_ROWS = 20;
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
  private static final boolean LEFT = false;
  private static final boolean RIGHT = true;

  private ListMessages() {}

  public static SlackMessage offers(
      MessageBuilder page, OfferList asked, boolean shared, LocalDate today) {
    List<Offer> offers = asked.offers();
    List<PriceList> lists = asked.lists();
    Usage usage = asked.usage();
    Message headline = Msg.Slack.headlineOffers(offers.size());
    page.header(headline);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        heads(
            page,
            Msg.Answer.headOffer(),
            Msg.Answer.headCards(),
            Msg.Answer.headMemory(),
            Msg.Answer.headHour(),
            Msg.Answer.headMonth(),
            Msg.Answer.headSupply()));
    first(offers).forEach(offer -> rows.add(row(page, offer, usage)));
    List<Boolean> columns = new ArrayList<>(List.of(LEFT, LEFT, RIGHT, RIGHT, RIGHT, LEFT));
    List<PriceList> shown = Phrases.listing(first(offers), lists);
    if (shown.size() > 1) {
      columns.add(LEFT);
      addProviders(page, rows, first(offers));
    }
    page.add(new Block.Table(columns, rows));
    more(page, offers.size());
    page.add(Phrases.smallPrint(page, shown, false, List.of(), today));
    return page.message(shared, headline);
  }

  /** Whose they are, behind each row. */
  private static void addProviders(
      MessageBuilder page, List<List<String>> rows, List<Offer> offers) {
    rows.get(0).add(page.write(Msg.Answer.headProvider()));
    for (int i = 0; i < offers.size(); i++) {
      rows.get(i + 1).add(offers.get(i).provider());
    }
  }

  private static List<String> row(MessageBuilder page, Offer offer, Usage usage) {
    Bill bill = Bill.of(offer, usage);
    return cells(
        offer.id(),
        offer.cards().stream().map(Card::id).collect(Collectors.joining(", ")),
        (offer.gpus() == 1 ? "" : offer.gpus() + "× ")
            + page.write(Msg.Amount.gigabytes(offer.nominalGb() / offer.gpus())),
        page.write(Wording.hour(bill.price())),
        page.write(Wording.month(bill)),
        page.write(Reasons.supply(offer.supply())));
  }

  public static SlackMessage models(
      MessageBuilder page, ModelList asked, boolean shared, String command) {
    String search = asked.search();
    List<Model> models = asked.models();
    Message headline = Msg.Slack.headlineModels(models.size());
    page.header(headline);
    if (models.isEmpty()) {
      Doubt none = Doubt.about(search, Msg.Slack::doubtNoSuchModel, ModelSearch.nearest(search));
      page.add(new Block.Plain(page.write(none)));
      return page.message(shared, headline);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        heads(page, Msg.Answer.headModel(), Msg.Answer.headParameters(), Msg.Answer.headContext()));
    first(models).forEach(model -> rows.add(row(page, model)));
    page.add(new Block.Table(List.of(LEFT, RIGHT, RIGHT), rows));
    more(page, models.size());
    page.section(page.write(Msg.Slack.askForModel(command, models.get(0).id())));
    return page.message(shared, headline);
  }

  private static List<String> row(MessageBuilder page, Model model) {
    BigDecimal billions =
        BigDecimal.valueOf(model.parameters()).divide(BILLION, 1, RoundingMode.HALF_UP);
    return List.of(
        model.id(),
        page.write(Msg.Amount.number(billions)),
        page.write(Wording.count(model.maxContext())));
  }

  private static List<String> heads(MessageBuilder page, Message... names) {
    return cells(Stream.of(names).map(page::write).toArray(String[]::new));
  }

  private static List<String> cells(String... cells) {
    return new ArrayList<>(List.of(cells));
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST_ROWS, all.size()));
  }

  private static void more(MessageBuilder page, int count) {
    if (count > MOST_ROWS) {
      page.section(page.write(Msg.Slack.moreRows(count - MOST_ROWS)));
    }
  }
}
