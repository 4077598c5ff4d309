package dev.gpuadvisor.advice.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredStartTest {

  private static final int MODEL = 4;
  private static final int SECONDS = 7;
  private static final int FIRST = 8;
  private static final int OUTCOME = 9;

  private static List<String[]> rows() throws IOException {
    try (InputStream in =
        MeasuredStartTest.class.getResourceAsStream("/measured/start-seconds.csv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(row -> row.split(","))
          .toList();
    }
  }

  /** The figures are those of the rows. */
  @ParameterizedTest
  @CsvSource({
    "0, HuggingFaceTB/SmolLM2-135M-Instruct",
    "1, Qwen/Qwen2.5-0.5B-Instruct",
    "2, google/gemma-2-2b-it",
    "3, meta-llama/Llama-3.1-8B-Instruct"
  })
  void figuresAreMeansOfTheRows(int index, String model) throws IOException {
    MeasuredStart start = MeasuredStart.MEASURED.get(index);
    assertSeconds(model, "yes", start.first());
    assertSeconds(model, "no", start.repeat());
  }

  private static void assertSeconds(String model, String first, MeasuredStart.Seconds figures)
      throws IOException {
    DoubleSummaryStatistics rows =
        rows().stream()
            .filter(row -> row[MODEL].equals(model) && row[FIRST].equals(first))
            .filter(row -> row[OUTCOME].equals("ready"))
            .mapToDouble(row -> Double.parseDouble(row[SECONDS]))
            .summaryStatistics();
    assertTrue(rows.getCount() > 10);
    assertEquals(rows.getAverage(), figures.mean(), 0.5);
    assertEquals(rows.getMin(), figures.least());
    assertEquals(rows.getMax(), figures.most());
  }

  @Test
  void aModelIsCountedLikeTheOneOfItsSize() {
    assertEquals(8.03, MeasuredStart.of(7_240_000_000L).billions());
    assertFalse(MeasuredStart.of(12_000_000_000L).isExtrapolated());
  }

  @Test
  void whatIsLargerTakesLonger() {
    MeasuredStart large = MeasuredStart.of(70_600_000_000L);
    assertTrue(large.isExtrapolated());
    assertTrue(large.first().mean() > 900 && large.first().mean() < 1500);
    assertTrue(large.repeat().mean() > 100 && large.repeat().mean() < 300);
  }
}
