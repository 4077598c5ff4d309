package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.tuning.Precision;
import dev.gpuadvisor.sizing.tuning.Trainer;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fine-tuning was found to fit; published peaks are in {@code docs/accuracy.md}. */
class MeasuredTuningTest {

  private static final double GIB = 1L << 30;

  /**
   * The longest sequences that transformers with FlashAttention 2 was found to fit: 4-bit QLoRA on
   * all linear layers, rank 32, batch 1. TRL upcast then what is not quantized, as it no longer
   * does. Source: unslothai/unsloth@580b5bca README.md.
   */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 16, 2551",
    "llama-3.1-8b, 40, 12264",
    "llama-3.1-8b, 80, 28454",
    "llama-3.3-70b, 80, 6916"
  })
  void longestSequencesFillTheirCards(String model, int cardGib, int sequenceLength) {
    double gib =
        required(tuning(model, sequenceLength, Trainer.TRANSFORMERS, Precision.UPCAST)) / GIB;
    assertTrue(gib > 0.94 * cardGib && gib <= 1.02 * cardGib, gib + " GiB of " + cardGib);
  }

  /** The same of Unsloth, by the same source: it fits more, and is estimated too high. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 8, 2972",
    "llama-3.1-8b, 16, 40724",
    "llama-3.1-8b, 40, 153977",
    "llama-3.1-8b, 80, 342733",
    "llama-3.3-70b, 80, 89389"
  })
  void unslothFitsMore(String model, int cardGib, int sequenceLength) {
    double gib = required(tuning(model, sequenceLength, Trainer.UNSLOTH, Precision.BF16)) / GIB;
    assertTrue(gib > 0.9 * cardGib && gib <= 1.2 * cardGib, gib + " GiB of " + cardGib);
  }

  private static Tuning tuning(
      String model, int sequenceLength, Trainer trainer, Precision precision) {
    return new Tuning(
        Workloads.model(model),
        TuningMethod.QLORA,
        1,
        sequenceLength,
        Adapters.ofRank(32),
        false,
        TrainingSettings.DEFAULT
            .with(trainer)
            .with(trainer.optimizer())
            .with(
                new TrainingSettings.Options(
                    Optional.of(precision),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    trainer.doubleQuantization())));
  }

  private static long required(Tuning tuning) {
    return tuning.estimate(Workloads.format("nf4")).requiredBytes();
  }
}
