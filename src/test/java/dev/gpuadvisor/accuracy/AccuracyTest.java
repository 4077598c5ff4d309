package dev.gpuadvisor.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Workloads;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The estimates against published measurements: the accuracy that this product promises. */
class AccuracyTest {

  private static final long SEVEN_BILLION = 7_000_000_000L;

  private static final List<MemoryRow> MEMORY = Measured.memory();
  private static final List<SpeedRow> SPEED = Measured.speed();
  private static final List<TuningRow> TUNING = Measured.tuning();

  @Test
  void memoryOfModelsFrom7BOn() {
    Errors errors =
        Errors.of(MEMORY.stream().filter(row -> row.model().parameters() >= SEVEN_BILLION));
    assertEquals(88, errors.rows());
    assertTrue(errors.mean() <= 1.5, "mean " + errors.mean());
    assertTrue(errors.worst() <= 5, "worst " + errors.worst());
  }

  @Test
  void memoryOfSmallModels() {
    Errors errors =
        Errors.of(MEMORY.stream().filter(row -> row.model().parameters() < SEVEN_BILLION));
    assertEquals(28, errors.rows());
    assertTrue(errors.mean() <= 3, "mean " + errors.mean());
    assertTrue(errors.worst() <= 8, "worst " + errors.worst());
  }

  /** Running out of memory is worse than wasting a little. */
  @Test
  void noMemoryEstimateIsFarTooLow() {
    assertTrue(Errors.of(MEMORY).lowest() >= -3, "lowest " + Errors.of(MEMORY).lowest());
  }

  @Test
  void everyProfileKeepsTheErrorThatItClaims() {
    for (MemoryRow row : MEMORY) {
      double claimed =
          Workloads.CATALOG.runtimes().find(row.runtime()).orElseThrow().errorPercent();
      assertTrue(Math.abs(row.errorPercent()) <= claimed, row.toString());
    }
  }

  @Test
  void speed() {
    Errors errors = Errors.of(SPEED);
    assertEquals(215, errors.rows());
    assertTrue(errors.median() <= 6, "median " + errors.median());
    assertTrue(errors.within(20) >= 0.9, "within 20 %: " + errors.within(20));
  }

  @Test
  void fineTuning() {
    Errors errors = Errors.of(TUNING);
    assertEquals(66, errors.rows());
    assertTrue(errors.median() <= 5, "median " + errors.median());
    assertTrue(errors.lowest() >= -12, "lowest " + errors.lowest());
  }

  @Test
  void everyMethodKeepsTheErrorThatItClaims() {
    for (TuningRow row : TUNING) {
      assertTrue(Math.abs(row.errorPercent()) <= row.estimate().errorPercent(), row.toString());
    }
  }
}
