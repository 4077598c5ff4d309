package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.cli.Terminal.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This machine's cards, as its driver prints them. */
class OwnCardsTest {

  private static final String TWO = "NVIDIA GeForce RTX 3090, 24576 MiB\n".repeat(2).strip();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NVIDIA GeForce RTX 3090, 24576 MiB | RTX_3090
          NVIDIA H100 80GB HBM3, 81559 MiB | H100_SXM
          NVIDIA A100-SXM4-80GB, 81920 MiB | A100_SXM_80
          NVIDIA A100-SXM4-40GB, 40960 MiB | A100_SXM_40
          Tesla T4, 15360 MiB | T4
          NVIDIA L4, 23034 MiB | L4
          NVIDIA GeForce RTX 5090, 32607 MiB | RTX_5090
          """)
  void isReadAsItsDriverNamesIt(String line, String card) {
    Answered answered = new Terminal().withCards(line).run("estimate", "phi-4", "--here", "--json");

    assertEquals(card, Asking.json(answered.out()).path("card").asText(), answered.toString());
  }

  @Test
  void whatIsEstimatedLiesOnAllOfThem() {
    Answered answered = new Terminal().withCards(TWO).run("estimate", "phi-4", "--here", "--json");

    assertEquals(
        Asking.text(Asking.get("/v1/estimate?model=phi-4&card=NVIDIA+GeForce+RTX+3090&gpus=2")),
        answered.out());
  }

  @Test
  void amongOffersTheyCostNothingMore() {
    Answered answered = new Terminal().withCards(TWO).run("phi-4", "8bit", "--here", "--json");
    var answer = Asking.json(answered.out());

    assertEquals("here", answer.at("/picks/recommended/offer").asText(), answered.toString());
    assertEquals(2, answer.at("/picks/recommended/gpus").asInt());
    assertEquals("here", answer.at("/migration/from").asText());
  }

  @Test
  void modelsRunOnThem() {
    Answered answered = new Terminal().withCards(TWO).run("models", "--here", "--json");

    assertEquals(2, Asking.json(answered.out()).path("gpus").asInt(), answered.toString());
  }

  @Test
  void ofSeveralKindsTheLargestCounts() {
    String cards = "Tesla T4, 15360 MiB\nNVIDIA L4, 23034 MiB";
    Answered answered =
        new Terminal().withCards(cards).run("estimate", "phi-4", "--here", "--json");

    assertEquals("L4", Asking.json(answered.out()).path("card").asText());
    assertTrue(answered.err().contains("several kinds"), answered.err());
    assertEquals(1, answered.err().lines().count(), answered.err());
    Answered offers = new Terminal().withCards(cards).run("phi-4", "--here", "--json");
    assertTrue(offers.out().contains("\"here2\""), offers.toString());
  }

  /** Whoever names a card does not ask for this machine's. */
  @Test
  void noOthersBesideThem() {
    Answered card =
        new Terminal().withCards(TWO).run("estimate", "phi-4", "--card", "L4", "--here");
    Answered models = new Terminal().withCards(TWO).run("models", "--card", "L4", "--here");

    assertTrue(card.err().contains("--here is of no use with --card"), card.err());
    assertTrue(models.err().contains("--here is of no use with --card"), models.err());
  }

  @Test
  void anUnknownCardIsRefusedByItsName() {
    Answered answered =
        new Terminal().withCards("NVIDIA Nonsense 9, 1000 MiB").run("estimate", "phi-4", "--here");

    assertEquals(2, answered.status());
    assertTrue(answered.err().contains("NVIDIA Nonsense 9"), answered.err());
  }
}
