package dev.gpuadvisor.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fine-tuning on several GPUs and with other trainers, against published peaks. */
class GpusRowsTest {

  private static final List<GpusRow> RAN =
      GpusRow.ALL.stream().filter(row -> row.measured().isPresent()).toList();

  private static double median(List<GpusRow> rows) {
    double[] errors =
        rows.stream().mapToDouble(row -> Math.abs(row.errorPercent())).sorted().toArray();
    return errors[errors.length / 2];
  }

  @Test
  void eachOfSeveralGpus() {
    List<GpusRow> several = RAN.stream().filter(row -> row.gpus() > 1).toList();
    assertEquals(54, several.size());
    assertTrue(median(several) <= 10, "median " + median(several));
    several.forEach(row -> assertTrue(row.errorPercent() >= -25, row + ": " + row.estimated()));
    several.forEach(row -> assertTrue(row.errorPercent() <= 25, row + ": " + row.estimated()));
  }

  @Test
  void otherTrainersOnOneGpu() {
    List<GpusRow> one = RAN.stream().filter(row -> row.gpus() == 1).toList();
    assertEquals(44, one.size());
    assertTrue(median(one) <= 12, "median " + median(one));
  }

  @Test
  void whatRanOutOfMemoryDoesNotFit() {
    List<GpusRow> out = GpusRow.ALL.stream().filter(row -> row.measured().isEmpty()).toList();
    assertEquals(14, out.size());
    out.forEach(row -> assertTrue(row.peak() > row.cardGib(), row + ": " + row.peak()));
  }
}
