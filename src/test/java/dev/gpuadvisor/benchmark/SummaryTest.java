package dev.gpuadvisor.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void takesTheMiddleOfUnsortedValues() {
    assertEquals(2, Summary.percentile(new long[] {3, 1, 2}, 0.5));
    assertEquals(2.5, Summary.percentile(new long[] {4, 1, 2, 3}, 0.5));
    assertEquals(99.01, Summary.percentile(hundred(), 0.99), 1e-9);
    assertEquals(7, Summary.percentile(new long[] {7}, 0.99));
  }

  @Test
  void statesFiguresInTheUnitsOfTheirNames() {
    Subject subject = new Subject("f", Path.of("f"), Map.of(), 12_400_000, 4_300_000);
    Run run = new Run(2_000_000, 3_000_000, 500_000, new long[] {50_000}, 280, 2, 12_288, 2);
    Map<String, Double> figures = Summary.of(subject, List.of(run), List.of());
    assertEquals(3, figures.get("cold_ms"));
    assertEquals(0.05, figures.get("warm_p50_ms"));
    assertEquals(12, figures.get("peak_rss_mib"));
    assertEquals(282, figures.get("page_faults"));
    assertEquals(12.4, figures.get("binary_mb"));
  }

  private static long[] hundred() {
    return java.util.stream.LongStream.rangeClosed(1, 100).toArray();
  }
}
