package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {

  private static final String SAVING =
      "model=qwen2.5-14b&quantization=8bit&current=A10G&current_price_per_hour=1.00";

  @Test
  void asksBeforeItAnswers() {
    ApiResponse page = Pages.open("");
    String html = Asking.text(page);

    assertEquals(200, page.status());
    assertEquals("text/html; charset=utf-8", page.headers().get("content-type"));
    assertTrue(page.headers().get("content-security-policy").startsWith("default-src 'none'"));
    assertTrue(html.contains("<form method=\"get\""));
    assertFalse(html.contains("class=\"alert\""));
    assertFalse(html.contains("class=\"pick\""));
    int models = BundledCatalog.catalog().models().all().size();
    String list = Pages.all(html, "<datalist id=\"f-model-list\">(.*?)</datalist>").get(0);
    assertEquals(models, Pages.all(list, "<option value=\"([^\"]+)\"").size());
  }

  @Test
  void examplesHaveAnswers() {
    for (String lang : List.of("", "lang=fr")) {
      List<String> examples =
          Pages.all(Pages.html(lang), "<li><a href=\"\\?(model[^\"]+|param[^\"]+)\">");
      assertEquals(4, examples.size());
      for (String example : examples) {
        String query = example.replace("&amp;", "&");
        assertTrue(Pages.html(query).contains("<section class=\"pick\""), query);
        assertEquals(!lang.isEmpty(), query.endsWith("&" + "lang=fr"));
      }
    }
  }

  @Test
  void saysWhatToRentAndWhatMovingSaves() {
    String text = Pages.text(SAVING);

    for (String figure :
        List.of(
            "AMPERE_24",
            "$0.684 per hour",
            "$499.32 per month",
            "79.9% of its memory in use",
            "18.0\u00a0GiB of 22.5\u00a0GiB",
            "31.6%",
            "$0.316",
            "$7.584",
            "$230.68",
            "600\u00a0GB/s",
            "ADA_24_PRO",
            "+63.2%",
            "AMPERE_48",
            "runpod/docs")) {
      assertTrue(text.contains(figure), () -> figure + " is not in: " + text);
    }
  }

  @Test
  void writesFrenchNumbersInFrench() {
    String text = Pages.text(SAVING + "&lang=fr");

    assertTrue(text.contains("0,684\u00a0$ de l'heure"), text);
    assertTrue(text.contains("230,68\u00a0$"), text);
  }

  @Test
  void hasARowAndTwoMarksForEveryOfferAndFormat() {
    int offers = BundledCatalog.catalog().defaultPriceList().offers().size();
    String html = Pages.html("model=qwen2.5-14b");

    assertEquals(2 * offers, Pages.all(html, "(<th scope=\"row\">)").size());
    assertEquals(2 * offers, Pages.all(html, "(class=\"mark [a-z]+\" transform)").size());
    assertEquals(1, Pages.all(html, "(<tr class=\"is-pick\">)").size());
  }

  @Test
  void comparesAllProviders() {
    long offers =
        BundledCatalog.catalog().offers().all().stream()
            .filter(offer -> offer.sale().market() == Market.ON_DEMAND)
            .count();
    String html = Pages.html("model=qwen2.5-14b&provider=all&quantization=8bit");

    int rows = Pages.all(html, "(<th scope=\"row\">)").size();
    assertTrue(rows >= 25 && rows <= 31, rows + " rows: the best, and whatever was picked");
    assertEquals(2 * offers, Pages.all(html, "(class=\"mark [a-z]+\" transform)").size());
    assertTrue(html.contains("<option value=\"all\" selected>"), html);
  }

  @Test
  void takesEmptyFieldsAsNotGiven() {
    String form = "model=qwen2.5-14b&context=&concurrency=+&budget_per_hour=&provider=&runtime=";

    assertEquals(
        Pages.all(Pages.html("model=qwen2.5-14b"), "(<section class=\"pick\".*?</section>)"),
        Pages.all(Pages.html(form), "(<section class=\"pick\".*?</section>)"));
  }

  @Test
  void aFormWithoutAModelMissesIt() {
    ApiResponse page = Pages.open("model=&quantization=8bit&quantization=4bit&context=");

    assertEquals(400, page.status());
    assertTrue(Asking.text(page).contains("<a href=\"#f-model\">Model</a>"), Asking.text(page));
  }

  /** The links of an answer ask the API what the page was asked. */
  @Test
  void leadsToTheApi() {
    String html = Pages.html(SAVING + "&context=&lora_targets=attention");
    List<String> links = Pages.all(html, "href=\"(v1/[^\"]*)\"");

    String link = only(links, "v1/recommendations");
    String json = link.replace("&amp;", "&");
    assertTrue(
        json.startsWith(
            "v1/recommendations?model=qwen2.5-14b&quantization=8bit&lora_targets=attention&"),
        json);
    ApiResponse answer =
        Asking.API.handle(Asking.request("GET", "/" + json, Map.of(), new byte[0]));
    assertEquals(200, answer.status(), Asking.text(answer));
    assertEquals(
        link.replace("recommendations", "report") + "&amp;format=html",
        only(links, "v1/report?", "format=html"));
  }

  private static String only(List<String> links, String start, String... end) {
    List<String> found =
        links.stream()
            .filter(link -> link.startsWith(start))
            .filter(link -> end.length == 0 || link.endsWith(end[0]))
            .toList();
    assertEquals(1, found.size(), links::toString);
    return found.get(0);
  }

  @Test
  void keepsTheQuestionWhenTheLanguageChanges() {
    String html = Pages.html("model=qwen2.5-14b&context=4096&batch=");

    assertTrue(html.contains("href=\"?model=qwen2.5-14b&amp;context=4096&amp;lang=fr\""), html);
  }

  /** What has no field of its own gets one: a form that drops it would ask something else. */
  @Test
  void keepsWhatItHasNoFieldFor() {
    String html = Pages.html("model=qwen2.5-14b&task=qlora&batch=2&adapters=");

    assertTrue(html.contains("name=\"batch\" value=\"2\""));
    assertTrue(html.contains("<option value=\"qlora\" selected>"));
    assertFalse(html.contains("name=\"adapters\""));
  }

  @Test
  void leadsOnWhereOneGpuIsTooFew() {
    String html = Pages.html("model=deepseek-v3&quantization=4bit");
    String more = Pages.all(html, "href=\"\\?([^\"]*max_gpus=8)\"").get(0).replace("&amp;", "&");

    assertFalse(html.contains("<section class=\"pick\""));
    assertTrue(Pages.html(more).contains("<section class=\"pick\""), more);
    assertFalse(Pages.html("model=qwen2.5-14b").contains("max_gpus=8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lang=fr", SAVING})
  void mayBeKept(String query) {
    ApiResponse page = Pages.open(query);

    assertTrue(page.headers().get("cache-control").startsWith("public"));
    assertTrue(page.headers().containsKey("etag"));
  }
}
