package dev.gpuadvisor.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.PriceHistory;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The feed is what RFC 4287 says a feed is, and has every change of a price that is known. */
class PriceFeedTest {

  private static final String BASE = "https://example.com/stage";

  @ParameterizedTest
  @ValueSource(strings = {"", "lang=fr"})
  void followsTheRulesOfFeeds(String query) {
    Element feed = feed(query);

    assertEquals("http://www.w3.org/2005/Atom", feed.getNamespaceURI());
    assertEquals("feed", feed.getLocalName());
    assertEquals(1, Markup.children(feed, "author").size(), "for entries without one");
    assertFalse(Markup.text(Markup.children(feed, "author").get(0), "name").isEmpty());
    assertEquals(1, links(feed, "self").size());
    assertEquals(
        BASE + "/v1/prices.atom" + (query.isEmpty() ? "" : "?" + query),
        links(feed, "self").get(0));
    Set<String> ids = new HashSet<>();
    check(feed, ids);
    List<Element> entries = Markup.children(feed, "entry");
    assertFalse(entries.isEmpty());
    String last = Markup.text(feed, "updated");
    for (Element entry : entries) {
      check(entry, ids);
      assertEquals(1, links(entry, "alternate").size());
      assertFalse(Markup.text(entry, "summary").isEmpty());
      assertTrue(Markup.text(entry, "updated").compareTo(last) <= 0, "the latest first");
      last = Markup.text(entry, "updated");
    }
  }

  /** What feed and entries must have, once each. */
  private static void check(Element element, Set<String> ids) {
    URI id = URI.create(Markup.text(element, "id"));
    assertTrue(id.isAbsolute());
    assertTrue(ids.add(id.toString()), () -> "given twice: " + id);
    assertFalse(Markup.text(element, "title").isBlank());
    OffsetDateTime.parse(Markup.text(element, "updated"));
  }

  @Test
  void hasEveryChangeThatIsKnown() {
    List<String> expected = new ArrayList<>();
    for (PriceList list : BundledCatalog.catalog().priceLists().all()) {
      list.offers()
          .forEach(
              offer ->
                  list.history(offer).map(PriceHistory::points).orElse(List.of()).stream()
                      .skip(1)
                      .forEach(point -> expected.add(offer.id() + " " + point.since())));
    }
    List<String> told =
        Markup.children(feed(""), "entry").stream()
            .map(entry -> id(entry) + " " + Markup.text(entry, "updated").substring(0, 10))
            .toList();

    assertEquals(expected.stream().sorted().toList(), told.stream().sorted().toList());
  }

  /** Another id would show readers old news as new. */
  @Test
  void keepsItsIds() {
    Element entry =
        Markup.children(feed(""), "entry").stream()
            .filter(each -> id(each).equals("pod-a100-80gb-secure"))
            .findFirst()
            .orElseThrow();

    assertEquals(
        "pod-a100-80gb-secure: $1.59 → $1.79 per hour (+12.6%)", Markup.text(entry, "title"));
    assertEquals("urn:uuid:bc37fbb7-eab9-841f-9741-99f5df8f661e", Markup.text(entry, "id"));
    assertEquals("urn:uuid:926e3c1a-d178-83fb-aeb2-230e0afbb346", Markup.text(feed(""), "id"));
    assertEquals(ids(feed("")), ids(feed("lang=fr")));
  }

  @Test
  void linksToWhatThereIs() {
    for (Element entry : Markup.children(feed(""), "entry")) {
      String target = links(entry, "alternate").get(0).substring(BASE.length());

      assertEquals(200, Asking.get(target).status(), target);
    }
  }

  private static List<String> ids(Element feed) {
    return Markup.children(feed, "entry").stream().map(each -> Markup.text(each, "id")).toList();
  }

  private static String id(Element entry) {
    String target = links(entry, "alternate").get(0);
    return target.substring(target.lastIndexOf('/') + 1);
  }

  private static List<String> links(Element element, String relation) {
    return Markup.children(element, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  private static Element feed(String query) {
    ApiResponse response =
        Asking.API.handle(
            new ApiRequest("GET /v1/prices.atom", Map.of(), query, Map.of(), BASE, new byte[0]));
    assertEquals(200, response.status());
    assertEquals("application/atom+xml", response.headers().get("content-type"));
    return Markup.read(response.body()).getDocumentElement();
  }
}
