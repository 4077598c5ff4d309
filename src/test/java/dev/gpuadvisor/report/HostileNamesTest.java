package dev.gpuadvisor.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No name of a model, an offer or a list is ever markup, in either format. */
class HostileNamesTest {

  private static final String NAME =
      "a|b *c* _d_ `e` <script>f()</script> [g](javascript:h) \\| #i &amp; \"'\n\n# j\r| k |";
  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final Report REPORT = report();
  private static final String MARKDOWN = new String(Reports.markdown(REPORT).body(), UTF_8);
  private static final String HTML = new String(Reports.html(REPORT, Language.EN).body(), UTF_8);

  @Test
  void areTextInHtml() {
    assertFalse(HTML.contains("<script"), HTML);
    assertFalse(HTML.contains("&amp; "), "escaped once is not enough");
    assertTrue(HTML.contains("&lt;script&gt;f()&lt;/script&gt;"));
    assertTrue(WellWritten.textOf(HTML).contains(NAME.replace('\r', '\n')));
  }

  @Test
  void areTextInMarkdown() {
    String escaped =
        "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\<script\\>f()\\</script\\> \\[g\\](javascript:h) \\\\\\|"
            + " #i \\&amp; \"'  # j \\| k \\|";

    assertTrue(MARKDOWN.startsWith("# GPU options for " + escaped + "\n"), MARKDOWN);
    assertEquals(List.of(), unescapedLines(), "each line with markup of a name");
  }

  @Test
  void keepTablesInShape() {
    int columns = 0;
    for (String line : MARKDOWN.split("\n")) {
      int bars = line.startsWith("|") ? line.replaceAll("\\\\.", "").split("\\|", -1).length : 0;
      assertTrue(columns == 0 || bars == 0 || bars == columns, line);
      columns = bars;
    }
  }

  private static List<String> unescapedLines() {
    return Stream.of(MARKDOWN.split("\n"))
        .filter(line -> !line.startsWith("    ")) // code, in which nothing is markup
        .filter(line -> line.replaceAll("\\\\.", "").matches(".*([`<\\[]|\\*c| _d|&amp).*"))
        .toList();
  }

  private static Report report() {
    Model model =
        Altered.with(CATALOG.models().find("qwen2.5-14b").orElseThrow(), "huggingFaceId", NAME);
    PriceList list = CATALOG.defaultPriceList();
    List<Offer> offers = list.offers().stream().map(HostileNamesTest::hostile).toList();
    PriceList hostile = Altered.with(list.with(offers), "name", NAME);
    Workload workload =
        new Workload(
            model,
            CATALOG.defaultRuntime(),
            new Tokens(8192, 2048, 1),
            KvCacheType.BF16,
            Adapters.NONE);
    QuantizationChoice choice =
        QuantizationChoice.ofFamily("8bit", model, workload.runtime()).orElseThrow();
    Question question =
        new Question(
            workload,
            List.of(choice),
            List.of(hostile, hostile),
            Constraints.none(),
            Optional.of(
                new Current(Optional.of(new Rented.OfOffer(offers.get(1))), BigDecimal.ONE)));
    LocalDate today = LocalDate.of(2026, 11, 24);
    return new Report(new Story(Advisor.recommend(question, today), today), Texts.in(Language.EN));
  }

  private static Offer hostile(Offer offer) {
    return Altered.with(Altered.with(offer, "id", offer.id() + NAME), "provider", NAME);
  }
}
