package dev.gpuadvisor.advice.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

  /** Means of the measured sizes; half as much again as the largest is still about its size. */
  @ParameterizedTest
  @CsvSource({
    "10000000, 91, 58, false",
    "135000000, 91, 58, false",
    "250000000, 91, 58, false",
    "270000000, 82, 63, false",
    "494000000, 82, 63, false",
    "2610000000, 129, 76, false",
    "7240000000, 194, 76, false",
    "8030000000, 194, 76, false",
    "12040000000, 194, 76, false",
  })
  void aStartOfAboutThisSize(long parameters, double first, double repeat, boolean further) {
    MeasuredStart start = MeasuredStart.of(parameters);

    assertEquals(first, start.first().mean());
    assertEquals(repeat, start.repeat().mean());
    assertEquals(further, start.isExtrapolated());
  }

  /**
   * From 0.494 to 8.03 billion a start grows from 82 to 194 seconds, and from 63 to 76 without the
   * download: as much for each further billion.
   */
  @Test
  void aLargerModelTakesLonger() {
    MeasuredStart start = MeasuredStart.of(70_550_000_000L);
    double billions = (70.55 - 8.03) / (8.03 - 0.494);

    assertEquals(194 + billions * 112, start.first().mean(), 1e-9);
    assertEquals(76 + billions * 13, start.repeat().mean(), 1e-9);
    assertEquals(58 + billions * 112, start.first().least(), 1e-9);
    assertEquals(106 + billions * 13, start.repeat().most(), 1e-9);
    assertEquals(true, start.isExtrapolated());
    assertEquals(70.55, start.billions());
  }
}
