package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.question.Questions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named and marked, nothing typed is lost, and nothing typed is markup. */
class FaultyQuestionsTest {

  private static final List<Parameter<?>> PARAMETERS =
      Questions.of(BundledCatalog.catalog()).recommendation().parameters();

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "\" onfocus=\"alert(1)",
          "javascript:alert(1)",
          "</title><b>",
          "{0} ${7*7}",
          "\u0000\ud800\ufffe",
          "&lt;b&gt;",
          ",",
          "9".repeat(300),
          "%s%n");

  @Test
  void namesEveryFault() {
    ApiResponse page =
        Pages.open(
            "model=qwen2.5-41b&context=abc&quantization=9bit&quantisation=8bit&runtime=vlmm");
    String html = Asking.text(page);

    assertEquals(400, page.status());
    assertEquals("no-store", page.headers().get("cache-control"));
    assertTrue(page.headers().containsKey("content-security-policy"));
    String alert = Pages.all(html, "(<section class=\"alert\".*?</section>)").get(0);
    assertEquals(5, Pages.all(alert, "(<li>)").size(), alert);
    assertTrue(alert.contains("href=\"?model=qwen2.5-14b-instruct&amp;"), alert);
    assertTrue(alert.contains("Given: “abc”."), alert);
    assertTrue(alert.contains("Allowed: 16bit, 8bit"), alert);
    assertTrue(alert.contains("<strong>quantisation</strong>"), alert);
    for (String target : Pages.all(alert, "href=\"#([^\"]+)\"")) {
      assertTrue(html.contains("id=\"" + target + "\""), target);
    }
  }

  @Test
  void showsAgainWhatWasTyped() {
    String html =
        Pages.html("model=qwen2.5-41b&context=abc&quantization=9bit&runtime=vlmm&layers=x&lang=xx");

    assertTrue(html.contains("name=\"model\" value=\"qwen2.5-41b\""));
    assertTrue(html.contains("name=\"context\" value=\"abc\""));
    assertTrue(html.contains("name=\"layers\" value=\"x\""));
    assertTrue(html.contains("name=\"quantization\" value=\"9bit\" checked"));
    assertTrue(html.contains("<option value=\"vlmm\" selected>"));
    assertTrue(html.contains("<option value=\"xx\" selected>"));
  }

  @Test
  void marksTheField() {
    String html = Pages.html("model=qwen2.5-14b&context=abc");
    String input = Pages.all(html, "(<input[^>]*name=\"context\"[^>]*>)").get(0);

    assertTrue(input.contains("aria-describedby=\"f-context-hint f-context-fault\""), input);
    assertTrue(input.contains("aria-invalid=\"true\""), input);
    assertTrue(html.contains("id=\"f-context-fault\""));
    assertFalse(Pages.html("model=qwen2.5-14b").contains("aria-invalid=\"true\""));
  }

  @Test
  void aLanguageThatThereIsNotIsAFaultEvenAlone() {
    assertEquals(400, Pages.open("lang=xx").status());
    assertEquals(400, Pages.open("nothing=").status());
    assertEquals(400, Pages.open("model=qwen2.5-14b&model=qwen2.5-7b").status());
  }

  @Test
  void tooMuchIsRefusedWithAPage() {
    ApiResponse page = Pages.open("context=1&".repeat(200) + "lang=fr");

    assertEquals(400, page.status());
    assertTrue(Asking.text(page).contains("100"), Asking.text(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "model=%zz", "%zz=1", "context=%", "&&=&", "=", "model=%ff%fe"})
  void brokenEncodingIsAFault(String query) {
    assertEquals(400, Pages.open(query).status(), query);
  }

  @Test
  void whatIsTypedIsNoMarkup() {
    for (String text : HOSTILE) {
      String encoded = encoded(text);
      PARAMETERS.forEach(
          parameter -> assertHarmless("model=qwen2.5-14b&" + parameter.name() + "=" + encoded));
      assertHarmless(encoded + "=" + encoded);
      assertHarmless("model=" + encoded + "&lang=fr");
    }
  }

  @Test
  void anyMixtureGetsAnAnswer() {
    Random random = new Random(8);
    for (int i = 0; i < 400; i++) {
      StringBuilder query = new StringBuilder("lang=fr");
      for (int j = random.nextInt(8); j > 0; j--) {
        String name = PARAMETERS.get(random.nextInt(PARAMETERS.size())).name();
        String value = HOSTILE.get(random.nextInt(HOSTILE.size()));
        query
            .append('&')
            .append(name)
            .append('=')
            .append(random.nextBoolean() ? "1" : encoded(value));
      }
      assertHarmless(query.toString());
    }
  }

  private static void assertHarmless(String query) {
    ApiResponse page = Pages.open(query);
    String html = Asking.text(page);
    assertTrue(page.status() == 200 || page.status() == 400, () -> query + ": " + html);
    for (String tag : Pages.all(html, "<((?:[^\"<>]|\"[^\"]*\")*+)>")) {
      assertFalse(
          tag.replaceAll("\"[^\"]*\"", "").contains("onfocus"), () -> tag + " after " + query);
    }
    for (String danger : List.of("<script", "<img", "<b>", "href=\"javascript")) {
      assertFalse(html.contains(danger), () -> danger + " after " + query);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
