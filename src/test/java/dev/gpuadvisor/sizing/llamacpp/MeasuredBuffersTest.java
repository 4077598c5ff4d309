package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppRow.Buffer;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The buffers of llama.cpp against what its logs say. */
class MeasuredBuffersTest {

  private static final List<LlamaCppRow> ROWS = LlamaCppRow.all();
  private static final double MIB_THAT_DO_NOT_MATTER = 40;

  /** Logs print hundredths of a MiB. */
  private static final double ROUNDING = 0.006;

  private static void all(Buffer buffer, double percent) {
    for (LlamaCppRow row : with(buffer)) {
      double off = row.estimated(buffer) - row.measured(buffer).orElseThrow();
      boolean met = Math.abs(off) <= ROUNDING || Math.abs(row.errorPercent(buffer)) <= percent;
      assertTrue(met, row.toString());
    }
  }

  private static List<LlamaCppRow> with(Buffer buffer) {
    return ROWS.stream().filter(row -> row.measured(buffer).isPresent()).toList();
  }

  private static void nineOfTen(List<LlamaCppRow> rows, Predicate<LlamaCppRow> met) {
    long good = rows.stream().filter(met).count();
    assertTrue(good * 10 >= rows.size() * 9, good + " of " + rows.size());
  }

  @Test
  void keysAndValuesAreExact() {
    all(Buffer.KV, 0.01);
  }

  @Test
  void stateIsExact() {
    all(Buffer.RECURRENT, 0.01);
  }

  @Test
  void weightsOnTheGpu() {
    all(Buffer.MODEL_GPU, 0.5);
  }

  /** Of the others somebody chose other types for some tensors, or another vocabulary. */
  @Test
  void twoOfThreeWeightsAreExact() {
    List<LlamaCppRow> rows = with(Buffer.MODEL_GPU);
    long exact =
        rows.stream().filter(row -> Math.abs(row.errorPercent(Buffer.MODEL_GPU)) < 0.01).count();
    assertTrue(exact * 3 >= rows.size() * 2, exact + " of " + rows.size());
  }

  @Test
  void weightsOfTheHost() {
    all(Buffer.MODEL_HOST, 2.5);
  }

  @Test
  void computeBuffers() {
    nineOfTen(
        with(Buffer.COMPUTE),
        row -> {
          double off = row.estimated(Buffer.COMPUTE) - row.measured(Buffer.COMPUTE).orElseThrow();
          return Math.abs(off) <= MIB_THAT_DO_NOT_MATTER
              || Math.abs(row.errorPercent(Buffer.COMPUTE)) <= 15;
        });
  }

  /** What was found by hand is where it is: another rule would move it. */
  @Test
  void halfOfTheComputeBuffersAreWithinTwoPercent() {
    List<LlamaCppRow> rows = with(Buffer.COMPUTE);
    long met = rows.stream().filter(row -> Math.abs(row.errorPercent(Buffer.COMPUTE)) <= 2).count();
    assertTrue(met * 2 >= rows.size(), met + " of " + rows.size());
  }

  @Test
  void sums() {
    List<LlamaCppRow> rows = ROWS.stream().filter(row -> row.sum().isPresent()).toList();
    nineOfTen(rows, row -> Math.abs(row.estimatedSum() / row.sum().orElseThrow() - 1) * 100 <= 3);
  }

  @Test
  void everyRowSaysSomething() {
    assertEquals(
        ROWS.size(),
        ROWS.stream()
            .filter(row -> row.measured().stream().anyMatch(each -> each.isPresent()))
            .count());
  }
}
