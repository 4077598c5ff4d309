package dev.gpuadvisor.advice;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.speed.SpeedEstimate.Range;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figure that shows in what one worker is faster, or none. */
class FasterTest {

  private static final String NONE = "none";

  private static Candidate candidate(String offer, int units, Optional<SpeedEstimate> speed) {
    Worker worker = new Worker(CATALOG.offers().find(offer).orElseThrow(), units);
    Candidate.Sized sized = new Candidate.Sized(null, null, () -> speed, Optional.empty());
    return new Candidate(worker, sized, worker.bill(Usage.always()), Optional.empty());
  }

  private static Candidate of(String offer, int units, double low, double high, double first) {
    SpeedEstimate speed = new SpeedEstimate(new Range(low, high), new Range(first, first), 1);
    return candidate(offer, units, Optional.of(speed));
  }

  private static String faster(Candidate one, Candidate other) {
    return Faster.of(one, other)
        .map(text -> Texts.in(Language.EN).write(text).replace('\u00a0', ' '))
        .orElse(NONE);
  }

  /** AMPERE_24 has cards of 300 to 936 GB/s, ADA_24_PRO 1,008, AMPERE_48 696 to 768. */
  @Test
  void ofAsManyGpusTheBandwidthSaysIt() {
    assertEquals(
        "1,008 GB/s of memory bandwidth against 300 to 936 GB/s",
        faster(of("ADA_24_PRO", 1, 40, 40, 1), of("AMPERE_24", 1, 15, 19, 1)));
    assertEquals(
        "1,008 GB/s of memory bandwidth per GPU against 300 to 936 GB/s",
        faster(of("ADA_24_PRO", 2, 40, 40, 1), of("AMPERE_24", 2, 15, 19, 1)));
  }

  @Test
  void ofMoreOrFewerGpusTokensSayIt() {
    assertEquals(
        "40.0 tokens per second against 15.0 to 19.0",
        faster(of("ADA_24_PRO", 1, 40, 40, 1), of("AMPERE_24", 2, 15, 19, 1)));
  }

  @Test
  void soTheyDoWhereTheBandwidthIsNoHigher() {
    assertEquals(
        "16.0 to 19.0 tokens per second against 15.0",
        faster(of("AMPERE_24", 1, 16, 19, 1), of("AMPERE_24", 1, 15, 15, 1)));
    assertEquals(
        "16.0 tokens per second against 15.0",
        faster(of("AMPERE_24", 1, 16, 16, 1), of("ADA_24_PRO", 1, 15, 15, 1)));
  }

  /** Figures that look alike claim nothing. */
  @ParameterizedTest
  @CsvSource({"15.04,15.01,1,1", "15,15,1,1", "14,15,1,1", "15,15,1.04,1.01", "15,15,2,1"})
  void whatIsShownIsWhatCounts(double speed, double other, double first, double otherFirst) {
    assertEquals(
        NONE,
        faster(of("ADA_24_PRO", 1, speed, 50, first), of("AMPERE_24", 1, other, 20, otherFirst)));
  }

  @Test
  void aPromptMayBeReadFasterWhereTokensAreNot() {
    assertEquals(
        "2.9 seconds until the first token against 6.7",
        faster(of("ADA_24_PRO", 1, 15, 15, 2.94), of("AMPERE_24", 1, 15, 15, 6.66)));
    assertEquals(
        "0.12 seconds until the first token against 0.13",
        faster(of("ADA_24_PRO", 1, 15, 15, 0.12), of("AMPERE_24", 1, 15, 15, 0.13)));
  }
}
