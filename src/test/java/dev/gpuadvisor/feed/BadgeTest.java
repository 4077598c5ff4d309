package dev.gpuadvisor.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The badge says the pick, in pictures that every reader of SVG takes. */
class BadgeTest {

  private static final int MOST_BYTES = 2048;

  static Stream<Model> models() {
    return BundledCatalog.catalog().models().all().stream()
        .filter(model -> model.kind() == ModelKind.GENERATOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model=qwen2.5-14b&quantization=8bit | Qwen/Qwen2.5-14B-Instruct runs on AMPERE_24 ·"
            + " $0.68/h",
        "model=qwen2.5-14b&quantization=8bit&lang=fr"
            + " | Qwen/Qwen2.5-14B-Instruct tourne sur AMPERE_24 · 0,68 $/h",
        "model=qwen2.5-14b&quantization=8bit&budget_per_hour=0.01"
            + " | Qwen/Qwen2.5-14B-Instruct runs on no GPU of the list"
      })
  void saysThePick(String query, String title) {
    Element svg = svg(Asking.get("/v1/badge.svg?" + query));

    assertEquals(title, Markup.text(svg, "title").replace('\u00a0', ' ').replace('\u202f', ' '));
    assertEquals(svg.getAttribute("aria-labelledby"), id(svg));
    assertEquals("img", svg.getAttribute("role"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isSmallWhateverTheModel(Model model) {
    for (String more : List.of("", "&lang=fr", "&max_gpus=16&quantization=16bit&provider=all")) {
      ApiResponse response = Asking.get("/v1/badge.svg?model=" + model.id() + more);

      assertTrue(response.body().length < MOST_BYTES, () -> Asking.text(response));
      svg(response);
    }
  }

  @Test
  void isKeptByCaches() {
    ApiResponse response = Asking.get("/v1/badge.svg?model=qwen2.5-14b");
    Map<String, String> known = Map.of("if-none-match", response.headers().get("etag"));
    ApiResponse again =
        Asking.API.handle(
            Asking.request("GET", "/v1/badge.svg?model=qwen2.5-14b", known, new byte[0]));

    assertEquals("public, max-age=3600", response.headers().get("cache-control"));
    assertEquals(304, again.status());
  }

  /** A caller's own name for an offer stands in the picture. */
  @Test
  void showsNoMarkupOfACaller() {
    String offers = "[{\"id\": \"%s\", \"card\": \"RTX 3090\", \"usd_per_hour\": 0.05}]";
    for (String name : List.of("a".repeat(40), "été (2) +/-", "<b>&\"x", "]]>", "\u0001")) {
      String own =
          URLEncoder.encode(offers.formatted(name.replace("\"", "\\\"")), StandardCharsets.UTF_8);
      ApiResponse response =
          Asking.get("/v1/badge.svg?model=qwen2.5-7b&provider=own&offers=" + own);

      if (response.status() == 200) {
        assertTrue(Markup.text(svg(response), "title").contains(name));
        assertTrue(response.body().length < MOST_BYTES);
      } else {
        assertEquals(400, response.status());
      }
    }
  }

  @Test
  void escapesWhatXmlHasNoLettersFor() {
    assertEquals("&lt;a b=&quot;c&quot;&gt;&amp;", Xml.escaped("<a b=\"c\">&\u0000\ud800\uffff"));
  }

  @Test
  void teachesWhatIsWrong() {
    ApiResponse response = Asking.get("/v1/badge.svg?model=qwen2.5-41b");

    assertEquals(400, response.status());
    assertEquals("application/problem+json", response.headers().get("content-type"));
  }

  private static Element svg(ApiResponse response) {
    assertEquals(200, response.status(), () -> Asking.text(response));
    assertEquals("image/svg+xml", response.headers().get("content-type"));
    Element svg = Markup.read(response.body()).getDocumentElement();
    assertEquals("http://www.w3.org/2000/svg", svg.getNamespaceURI());
    assertFalse(Asking.text(response).contains("script"));
    return svg;
  }

  private static String id(Element svg) {
    return Markup.children(svg, "title").get(0).getAttribute("id");
  }
}
