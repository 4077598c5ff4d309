package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.sizing.Speculation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What drafts tokens ahead, offers that are named, and loads by their tokens. */
class DraftsAndComparisonsTest {

  private static Optional<Speculation> drafting(String query) {
    return Asking.workload(query).settings().speculation();
  }

  /** Three at a time where nobody says how many; DeepSeek V3 has layers of its own for it. */
  @ParameterizedTest
  @CsvSource({
    "model=llama-3.1-8b, 0, none",
    "model=llama-3.1-8b&draft_model=llama-3.2-1b, 3, llama-3.2-1b-instruct",
    "model=llama-3.1-8b&draft_model=llama-3.2-1b&draft_tokens=5, 5, llama-3.2-1b-instruct",
    "model=deepseek-v3&draft_tokens=1, 1, none",
    "model=deepseek-v3, 0, none",
  })
  void drafts(String query, int tokens, String model) {
    Optional<Speculation> drafting = drafting(query);

    assertEquals(tokens, drafting.map(Speculation::tokens).orElse(0));
    assertEquals(model, drafting.flatMap(Speculation::draft).map(each -> each.id()).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "model=llama-3.1-8b&draft_tokens=2, draft_tokens: fault.drafts_nothing",
    "model=llama-3.1-8b&draft_model=llama-3.1-70b, draft_model: fault.draft_model",
    "model=llama-3.1-8b&draft_model=llama-3.1-8b, draft_model: fault.draft_model",
    "model=llama-3.1-8b&draft_model=bge-m3, draft_model: fault.draft_model",
  })
  void whatCannotDraft(String query, String fault) {
    assertEquals(List.of(fault), Asking.faults(query));
  }

  /** A step yields what was drafted and one token more, and no more than that. */
  @ParameterizedTest
  @CsvSource({"4, false", "4.01, true", "1, false"})
  void whatAStepYields(String accepted, boolean tooMany) {
    String query =
        "model=llama-3.1-8b&draft_model=llama-3.2-1b&draft_tokens=3&requests_per_second=1"
            + "&accepted_tokens_per_step="
            + accepted;

    if (tooMany) {
      assertEquals(
          List.of("accepted_tokens_per_step: fault.more_than_drafted"), Asking.faults(query));
    } else {
      assertEquals(
          Double.parseDouble(accepted),
          Asking.recommendation(query).load().orElseThrow().requests().acceptedTokensPerStep());
    }
  }

  /** Whoever names an offer of eight GPUs allows eight, unless he says otherwise. */
  @ParameterizedTest
  @CsvSource({
    "'offers=g6.xlarge', 1",
    "'offers=p4d.24xlarge,g6.xlarge', 8",
    "'offers=g6.xlarge,p4d.24xlarge', 8",
    "'offers=p4d.24xlarge&max_gpus=2', 2",
    "'offers=g6.xlarge&max_gpus=4', 4",
    "'offers=2x H100,8x 4090', 8",
    "'offers=2x H100&max_gpus=1', 2",
  })
  void gpusOfNamedOffers(String offers, int gpus) {
    ComparedOffers compared =
        Asking.read(
            Asking.QUESTIONS.comparison(), offers + "&model=llama-3.1-8b&quantization=8bit");

    assertEquals(gpus, compared.question().constraints().maxGpus());
  }

  /** 1280 tokens a request: 1024 of a prompt and 256 of an answer; with reasoning more. */
  @ParameterizedTest
  @CsvSource({
    "tokens_per_day=1280, 30.416666667",
    "tokens_per_day=2560&reasoning_tokens=1280, 30.416666667",
    "tokens_per_day=24000&input_tokens=800&output_tokens=200, 730",
  })
  void requestsOfTokens(String query, BigDecimal requests) {
    BigDecimal all =
        Asking.recommendation("model=llama-3.1-8b&" + query)
            .load()
            .orElseThrow()
            .requestsPerMonth();

    assertEquals(0, requests.compareTo(all), all::toString);
  }

  /** Offers of a card, the cheapest first. */
  @Test
  void offersOfACard() {
    List<Offer> offers = Asking.read(Asking.QUESTIONS.offers(), "provider=all&card=L40S").offers();

    assertTrue(offers.size() > 3, offers.toString());
    for (Offer offer : offers) {
      assertTrue(
          offer.cards().stream().anyMatch(card -> card.id().equals("L40S")), offer.toString());
    }
    assertEquals(
        offers.stream().map(Offer::usdPerHour).sorted().toList(),
        offers.stream().map(Offer::usdPerHour).toList());
  }
}
