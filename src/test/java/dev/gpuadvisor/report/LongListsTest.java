package dev.gpuadvisor.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many offers of several providers: what matters is shown, and how much is not is said. */
class LongListsTest {

  private static final int LISTS = 12;
  private static final int MOST_ROWS = 30;
  private static final PriceList LIST = BundledCatalog.catalog().defaultPriceList();
  private static final ReadReport REPORT = report();

  @Test
  void showTheBestOfEachFormat() {
    List<String> rows = REPORT.section("Comparaison détaillée").part("8bit").rows();

    assertEquals(1 + MOST_ROWS, rows.size());
    assertTrue(rows.get(1).startsWith("AMPERE_24"), rows.toString());
  }

  @Test
  void sayHowManyAreLeftOut() {
    ReadReport offers = REPORT.section("Offres disponibles");
    int shown = offers.rows().size() - 1;
    int left =
        Integer.parseInt(offers.find("(\\d+) autres offres ne sont pas montrées").orElseThrow());

    assertTrue(shown >= MOST_ROWS, offers.rows().toString());
    assertEquals(LIST.offers().size() * LISTS, shown + left);
  }

  @Test
  void nameTheProviders() {
    ReadReport offers = REPORT.section("Offres disponibles");

    assertEquals("provider-7", offers.cell("AMPERE_24-7", "Fournisseur"));
    assertEquals(
        LISTS,
        REPORT.section("Sources").lines().stream()
            .filter(line -> line.startsWith("- List "))
            .count());
  }

  private static ReadReport report() {
    Workload workload = Workloads.of("qwen2.5-14b", 8192);
    List<QuantizationChoice> choices =
        Stream.of("8bit", "4bit")
            .map(
                family ->
                    QuantizationChoice.ofFamily(family, workload.model(), workload.runtime())
                        .orElseThrow())
            .toList();
    Question question =
        new Question(
            workload,
            choices,
            IntStream.range(0, LISTS).mapToObj(LongListsTest::list).toList(),
            Constraints.none(),
            Optional.empty());
    LocalDate today = LocalDate.of(2026, 11, 24);
    Report report =
        new Report(new Story(Advisor.recommend(question, today), today), Texts.in(Language.FR));
    String markdown = new String(Reports.markdown(report).body(), UTF_8);
    WellWritten.check(markdown, "fr");
    WellWritten.checkHasNothingEmpty(markdown);
    return ReadReport.of(markdown);
  }

  private static PriceList list(int number) {
    List<Offer> offers =
        LIST.offers().stream()
            .map(offer -> Altered.with(offer, "id", offer.id() + "-" + number))
            .map(offer -> Altered.with(offer, "provider", "provider-" + number))
            .toList();
    return Altered.with(LIST.with(offers), "name", "List " + number);
  }
}
