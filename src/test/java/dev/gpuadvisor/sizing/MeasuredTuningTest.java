package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fine-tuning was found to fit; published peaks are in {@code docs/accuracy.md}. */
class MeasuredTuningTest {

  private static final double GIB = 1L << 30;

  /**
   * The longest sequences that transformers with FlashAttention 2 was found to fit: 4-bit QLoRA on
   * all linear layers, rank 32, batch 1. Source: unslothai/unsloth@580b5bca README.md.
   */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 16, 2551",
    "llama-3.1-8b, 40, 12264",
    "llama-3.1-8b, 80, 28454",
    "llama-3.3-70b, 80, 6916"
  })
  void longestSequencesFillTheirCards(String model, int cardGib, int sequenceLength) {
    Tuning tuning =
        new Tuning(
            Workloads.model(model),
            TuningMethod.QLORA,
            1,
            sequenceLength,
            Adapters.ofRank(32),
            false);
    double gib = tuning.estimate(Workloads.format("nf4")).requiredBytes() / GIB;
    assertTrue(gib > 0.87 * cardGib && gib <= cardGib, gib + " GiB of " + cardGib);
  }
}
