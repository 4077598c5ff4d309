package dev.gpuadvisor.sizing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The estimate against published measurements: the accuracy that this product promises. */
class MeasuredMemoryTest {

  private static final double GIB = 1L << 30;

  private record Row(String model, String format, Tokens tokens, double gib) {

    static Row parse(String line) {
      String[] cells = line.split(",");
      int prompt = Integer.parseInt(cells[2]);
      int generated = Integer.parseInt(cells[3]);
      Tokens tokens = new Tokens(prompt + generated, generated, 1);
      return new Row(cells[0], cells[1], tokens, Double.parseDouble(cells[4]));
    }

    double errorPercent() {
      MemoryEstimate estimate =
          MemoryEstimate.of(Workloads.of(model, tokens), Workloads.format(format));
      return Math.abs(estimate.allocatedBytes() / GIB / gib - 1) * 100;
    }
  }

  @Test
  void publishedRowsAreMet() throws IOException {
    List<Row> rows = rows();
    assertEquals(48, rows.size());
    double mean = rows.stream().mapToDouble(Row::errorPercent).average().orElseThrow();
    double worst = rows.stream().mapToDouble(Row::errorPercent).max().orElseThrow();
    assertTrue(mean <= 1.5, "mean error " + mean);
    assertTrue(worst <= 5, "worst error " + worst);
    assertTrue(
        worst <= Workloads.transformers().errorPercent(), "the claimed bound, against " + worst);
  }

  private static List<Row> rows() throws IOException {
    String file = "/measured/memory-transformers-4.46.csv";
    try (InputStream in = MeasuredMemoryTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("model,"))
          .map(Row::parse)
          .toList();
    }
  }
}
