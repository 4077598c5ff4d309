package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {

  private static final Question QUESTION = Questions.of("qwen2.5-14b", 8192, "8bit");

  private static Migration from(Current current) {
    return answer(Questions.running(QUESTION, current)).migration().orElseThrow();
  }

  private static Migration fromCard(String card, String usdPerHour) {
    return from(Questions.card(card, usdPerHour));
  }

  private static void assertAmount(String expected, BigDecimal amount) {
    assertEquals(0, new BigDecimal(expected).compareTo(amount), amount.toString());
  }

  private static String change(Migration migration, String code) {
    return text(migration.changes(), code);
  }

  private static String text(List<Change> all, String code) {
    List<Change> changes = all.stream().filter(change -> change.kind().id().equals(code)).toList();
    assertEquals(1, changes.size(), code);
    return Texts.in(Language.EN).write(changes.get(0).text());
  }

  /** The brief says 32 %, 0.32, 7.68 and 230, from rounded prices and 30 days. */
  @Test
  void fromA10gOfTheBrief() {
    Migration migration = fromCard("A10G", "1.00");
    assertEquals("AMPERE_24", migration.to().offer().id());
    assertAmount("31.6", migration.percent());
    assertAmount("0.316", migration.usdPerHour());
    assertAmount("7.584", migration.usdPerDay());
    assertAmount("230.68", migration.usdPerMonth());
  }

  /** A card of which only the price is known is billed for the 730 hours: 730 - 720 x 0.684. */
  @Test
  void aMonthHasTheHoursThatEachIsBilledFor() {
    Constraints constraints =
        Questions.within(
            new Constraints.Budget(
                Optional.empty(), Optional.empty(), Usage.of(new BigDecimal("720"))));
    Question question =
        Questions.running(Questions.within(QUESTION, constraints), Questions.card("A10G", "1.00"));
    assertAmount("237.52", answer(question).migration().orElseThrow().usdPerMonth());
  }

  @Test
  void movingToWhatIsDearerSavesLessThanNothing() {
    Migration migration = fromCard("L4", "0.50");
    assertAmount("-36.8", migration.percent());
    assertAmount("-0.184", migration.usdPerHour());
  }

  /** The brief says that nothing changes. */
  @Test
  void thePoolMayHaveHalfTheBandwidth() {
    Migration migration = fromCard("A10G", "1.00");
    assertEquals(
        "Memory bandwidth of one GPU: A10G reads 600\u00a0GB/s; of AMPERE_24 the NVIDIA L4 reads"
            + " 300\u00a0GB/s, the NVIDIA GeForce RTX 3090 936\u00a0GB/s.",
        change(migration, "bandwidth"));
    assertEquals(
        "Estimated tokens per second of one sequence: 15.5 to 18.9 on AMPERE_24, 18.9 on what runs"
            + " today.",
        change(migration, "speed"));
    assertTrue(change(migration, "memory").startsWith("Memory that the driver reports: 22.5"));
    assertTrue(change(migration, "provider").startsWith("It is not known where it runs today"));
    assertTrue(change(migration, "billing").startsWith("AMPERE_24 is billed by the second, only"));
  }

  @Test
  void withinAProviderTheTermsStay() {
    Migration migration = from(Questions.offer("AMPERE_80"));
    assertEquals("The provider stays: runpod-serverless.", change(migration, "provider"));
    assertEquals(
        "The billing stays: by the second, only while it works.", change(migration, "billing"));
    assertAmount("75.0", migration.percent());
  }

  @Test
  void ofAPriceAloneTheHardwareIsNotKnown() {
    Migration migration = from(new Current(Optional.empty(), BigDecimal.ONE));
    assertAmount("31.6", migration.percent());
    assertEquals(
        List.of("provider", "billing"),
        migration.changes().stream().map(change -> change.kind().id()).toList());
  }

  @Test
  void theSpeedOfTodayIsOnlySaidOfWhatHasRoomForTheModel() {
    List<Change> changes = fromCard("T4", "0.40").changes();
    assertTrue(changes.stream().noneMatch(change -> change.kind() == Change.Kind.SPEED));
    assertTrue(changes.stream().anyMatch(change -> change.kind() == Change.Kind.BANDWIDTH));
  }

  @Test
  void moreGpusAreMoreMemory() {
    Constraints constraints = Questions.of(Supply.UNKNOWN, 4);
    Question question = Questions.within(Questions.of("llama-3.1-70b", 8192, "16bit"), constraints);
    Migration migration =
        answer(Questions.running(question, Questions.card("H200_SXM", "4.00")))
            .migration()
            .orElseThrow();
    assertTrue(migration.to().worker().gpus() > 1);
    assertTrue(change(migration, "gpus").startsWith("Number of GPUs: "));
  }

  /** Three that carry a load have three times the GPUs and the memory of one. */
  @Test
  void gpusAndMemoryAreThoseOfAllWorkers() {
    Current many =
        new Current(Questions.card("L4", "1.00").rented(), BigDecimal.TEN, 3, Optional.empty());
    List<Change> changes =
        Changes.of(
            many, answer(QUESTION).picks().recommended().orElseThrow().assessment(), QUESTION);

    assertEquals("Number of GPUs: 1 instead of 3.", text(changes, "gpus"));
    assertTrue(text(changes, "memory").contains("today 67.5"), text(changes, "memory"));
  }

  /** To AMPERE_24 at $0.684 per hour, all month: whatever costs more per hour costs more in all. */
  @ParameterizedTest
  @MethodSource("offers")
  void everyOfferCanBeMovedFrom(Offer offer) {
    BigDecimal saved = offer.usdPerHour().subtract(new BigDecimal("0.684"));
    Migration migration = from(Questions.offer(offer.id()));

    assertAmount(saved.toPlainString(), migration.usdPerHour());
    assertEquals(saved.signum() >= 0, migration.saves());
    assertEquals(saved.signum(), migration.usdPerMonth().signum());
    List<String> codes = migration.changes().stream().map(change -> change.kind().id()).toList();
    assertTrue(codes.containsAll(List.of("provider", "billing", "memory", "bandwidth")));
    assertEquals(codes.size(), Set.copyOf(codes).size(), codes::toString);
    assertEquals(offer.gpus() > 1, codes.contains("gpus"));
    for (Change change : migration.changes()) {
      String french = Texts.in(Language.FR).write(change.text());
      assertFalse(french.isBlank() || french.contains("{"), french);
    }
  }

  static List<Offer> offers() {
    return CATALOG.offers().all();
  }

  @Test
  void withoutAPickThereIsNothingToMoveTo() {
    Question question = Questions.of("llama-3.1-405b", 8192, "8bit");
    assertTrue(
        answer(Questions.running(question, Questions.card("A10G", "1.00"))).migration().isEmpty());
  }
}
