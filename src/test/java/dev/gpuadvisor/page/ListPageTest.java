package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reverse questions as pages; they stay behind for whoever looks at HTML. */
class ListPageTest {

  private static final Path FOLDER = Path.of("target", "pages", "lists");
  private static final Pattern LINK = Pattern.compile("<th scope=\"row\"><a href=\"([^\"]*)\">");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/offers?provider=verda",
        "/models?search=mixtral",
        "/models?card=2x3090&runtime=vllm"
      })
  void linksStayInTheLanguage(String target) throws IOException {
    Matcher links = LINK.matcher(html(target + "&lang=fr", 200));

    assertTrue(links.find());
    do {
      assertTrue(links.group(1).contains("lang=fr"), links.group(1));
    } while (links.find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/offers?provider=all&min_memory_gib=80&sort=price",
        "/offers?provider=verda&market=spot",
        "/offers?min_memory_gib=100000",
        "/models?card=RTX_5090&context=32k",
        "/models?card=2x3090&runtime=vllm",
        "/models?card=g5.xlarge&search=llama",
        "/models?card=AMPERE_24",
        "/models?card=cellar&offers=cellar:+2x+RTX+3090+at+0.40/h",
        "/models?search=mixtral"
      })
  void listsWhatTheApiLists(String target) throws IOException {
    String api = "/v1" + target;
    JsonNode answer = Asking.json(Asking.text(Asking.get(api)));
    boolean models = target.startsWith("/models");
    String html = html(target, 200);

    List<String> ids =
        answer.path(models ? "models" : "offers").findParents("id").stream()
            .filter(each -> models || each.has("provider"))
            .map(each -> each.path("id").asText())
            .toList();
    Matcher links = LINK.matcher(html);
    for (String id : ids) {
      assertTrue(links.find(), id);
      assertTrue(links.group(1).contains(id), () -> links.group(1) + " instead of " + id);
    }
    assertFalse(links.find(), "more rows than the API has");
    String shown = target.substring(0, target.indexOf('?'));
    assertTrue(html.contains("<a href=\"v1" + shown + "?"), "leads to the API");
  }

  @Test
  void leadsOn() {
    Matcher offers = LINK.matcher(html("/offers?provider=all", 200));
    for (int i = 0; i < 30 && offers.find(); i++) {
      assertEquals(200, Asking.get("/" + offers.group(1)).status(), offers.group(1));
    }
    Matcher models = LINK.matcher(html("/models?card=H100&context=16k", 200));
    for (int i = 0; i < 30 && models.find(); i++) {
      String target = models.group(1).substring(1).replace("&amp;", "&");
      assertEquals(200, Asking.get(target).status(), target);
    }
  }

  @Test
  void saysHowPricesMoved() {
    String text = Pages.textOf(html("/offers?provider=runpod-pods", 200));
    String francais = Pages.textOf(html("/offers?provider=runpod-pods&lang=fr", 200));

    assertTrue(text.contains("since 9\u00a0November 2026; $1.39 to $1.79; 90 days: +28.8%"), text);
    assertTrue(francais.contains("depuis le 9\u00a0novembre 2026"), francais);
  }

  /** The pick of a recommendation says it too. */
  @Test
  void saysHowThePickMoved() {
    String text = Pages.text("model=qwen2.5-32b&quantization=16bit&provider=vast");

    assertTrue(
        text.contains(
            "since 29\u00a0October 2026, 49.8% more than on 28\u00a0October 2026 ($1.1378)"),
        text);
    assertTrue(text.contains("$1.1378 to $1.7043; 90 days: +49.8%"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "/offers, Which offers are there?",
    "/offers?lang=fr, Quelles offres y a-t-il",
    "/models, What runs on my card?",
    "/models?lang=fr, Qu'est-ce qui tourne sur ma carte"
  })
  void beginsWithTheForm(String target, String heading) {
    String html = html(target, 200);

    assertTrue(Pages.textOf(html).contains(heading), html);
    assertFalse(html.contains("<table>"));
    assertTrue(html.contains("<form method=\"get\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/models?card=RTX_9999&context=x | f-card f-context",
        "/models?gpus=2 | f-card",
        "/offers?min_memory_gib=lots&sort=size&lang=fr | f-min_memory_gib f-sort",
        "/offers?provder=all | provder",
        "/models?card=%3Cscript%3E | f-card"
      })
  void showsWhatIsWrongBesideItsField(String target, String named) {
    String html = html(target, 400);

    for (String each : named.split(" ")) {
      assertTrue(html.contains(each), each);
    }
    assertTrue(html.contains("role=\"alert\""));
    assertFalse(html.contains("<script>"));
  }

  @Test
  void refusesTooMuch() {
    assertEquals(400, Asking.get("/offers?" + "a=1&".repeat(101)).status());
  }

  private static String html(String target, int status) {
    ApiResponse response = Asking.get(target);
    String html = Asking.text(response);
    assertEquals(status, response.status(), html);
    assertEquals("text/html; charset=utf-8", response.headers().get("content-type"));
    assertFalse(Pages.textOf(html).matches("(?s).*(\\bnull\\b|[{}]).*"), html);
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(Integer.toHexString(target.hashCode()) + ".html"), html);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return html;
  }
}
