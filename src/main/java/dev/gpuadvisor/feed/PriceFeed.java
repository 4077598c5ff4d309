package dev.gpuadvisor.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.PricePoint;
import dev.gpuadvisor.money.Percent;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The prices that changed, the latest first, for readers of feeds (Atom, RFC 4287). */
public final class PriceFeed {

  private static final String PATH = "/v1/prices.atom";
  private static final String TYPE = "application/atom+xml";
  private static final int MOST = 100;

  private final Call call;
  private final StringBuilder xml = new StringBuilder();

  private PriceFeed(Call call) {
    this.call = call;
  }

  /** A price that was another before. */
  private record Change(PriceList list, Offer offer, PricePoint before, PricePoint now) {

    BigDecimal percent() {
      BigDecimal more = now.usdPerHour().subtract(before.usdPerHour());
      return Percent.of(more, before.usdPerHour());
    }

    Message title() {
      return percent().signum() > 0
          ? Msg.Feed.rose(before.usdPerHour(), now.usdPerHour(), offer.id(), percent())
          : Msg.Feed.fell(before.usdPerHour(), now.usdPerHour(), offer.id(), percent().negate());
    }

    /** The same wherever and whenever the feed is read: a change is known by offer and day. */
    String id() {
      return Identifier.of(list.provider() + "/" + offer.id() + "/" + now.since());
    }
  }

  public static Operation<Catalog> operation(Questions questions) {
    return Operation.get("priceFeed", PATH, questions.nothing(Group.ANSWER), PriceFeed::answer)
        .answers("Text")
        .in(List.of(TYPE));
  }

  private static Content answer(Catalog catalog, Call call) {
    PriceFeed feed = new PriceFeed(call);
    feed.write(catalog.priceLists().all());
    return Content.cacheable(TYPE, feed.xml.toString().getBytes(UTF_8));
  }

  private void write(List<PriceList> lists) {
    List<Change> changes = new ArrayList<>();
    lists.forEach(list -> list.offers().forEach(offer -> addChanges(changes, list, offer)));
    changes.sort(Comparator.comparing(change -> change.now().since(), Comparator.reverseOrder()));
    Optional<LocalDate> last = changes.stream().findFirst().map(change -> change.now().since());
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xml:lang=\"")
        .append(call.language().code())
        .append("\" xmlns=\"http://www.w3.org/2005/Atom\">");
    element("title", call.texts().write(Msg.Feed.title()));
    element("id", Identifier.of("prices"));
    element("updated", noon(last.orElse(lists.get(0).asOf())));
    String query = call.language() == Language.EN ? "" : "?lang=" + call.language().code();
    link("self", TYPE, PATH + query);
    link("alternate", "text/html", "/" + query);
    xml.append("<author><name>GPU Advisor</name></author>");
    changes.stream().limit(MOST).forEach(this::write);
    xml.append("</feed>\n");
  }

  private static void addChanges(List<Change> changes, PriceList list, Offer offer) {
    List<PricePoint> points =
        list.history(offer).map(history -> history.points()).orElse(List.of());
    for (int i = 1; i < points.size(); i++) {
      changes.add(new Change(list, offer, points.get(i - 1), points.get(i)));
    }
  }

  private void write(Change change) {
    xml.append("\n<entry>");
    element("title", call.texts().write(change.title()));
    element("id", change.id());
    element("updated", noon(change.now().since()));
    link("alternate", "application/json", "/v1/offers/" + change.offer().id());
    xml.append("<category term=\"")
        .append(Xml.escaped(change.list().provider()))
        .append("\" label=\"")
        .append(Xml.escaped(change.list().name()))
        .append("\"/>");
    Message summary = Msg.Feed.summary(change.list().name(), change.now().source());
    element("summary", call.texts().write(summary));
    xml.append("</entry>");
  }

  /** Of a day it is not known when. */
  private static String noon(LocalDate day) {
    return day + "T12:00:00Z";
  }

  private void element(String name, String text) {
    xml.append("\n<").append(name).append('>').append(Xml.escaped(text));
    xml.append("</").append(name).append('>');
  }

  private void link(String relation, String type, String target) {
    xml.append("\n<link rel=\"").append(relation).append("\" type=\"").append(type);
    xml.append("\" href=\"").append(Xml.escaped(call.request().base() + target)).append("\"/>");
  }
}
