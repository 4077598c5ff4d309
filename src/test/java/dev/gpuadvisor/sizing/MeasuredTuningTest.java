package dev.gpuadvisor.sizing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fine-tuning against published runs on one GPU. */
class MeasuredTuningTest {

  private static final double GB = 1e9;
  private static final double GIB = 1L << 30;

  private record Row(Tuning tuning, String format, double gb) {

    static Row parse(String line) {
      String[] cells = line.split(",");
      Tuning tuning =
          new Tuning(
              Workloads.model(cells[0]),
              TuningMethod.valueOf(cells[1].toUpperCase(Locale.ROOT)),
              1,
              Integer.parseInt(cells[5]),
              Adapters.ofRank(Integer.parseInt(cells[3])),
              Boolean.parseBoolean(cells[4]));
      return new Row(tuning, cells[2], Double.parseDouble(cells[6]));
    }

    /** Printed are whole processes, with their CUDA context. */
    double errorPercent() {
      MemoryEstimate estimate = tuning.estimate(Workloads.format(format));
      return (estimate.requiredBytes() / GB / gb - 1) * 100;
    }
  }

  @Test
  void publishedRowsAreMet() throws IOException {
    List<Row> rows = rows();
    assertEquals(66, rows.size());
    double[] errors =
        rows.stream().mapToDouble(Row::errorPercent).map(Math::abs).sorted().toArray();
    double median = (errors[32] + errors[33]) / 2;
    double lowest = rows.stream().mapToDouble(Row::errorPercent).min().orElseThrow();
    assertTrue(median <= 5, "median error " + median);
    assertTrue(lowest >= -18, "lowest " + lowest);
  }

  /** The error bar that each method claims covers its rows. */
  @Test
  void claimsNoMoreThanItKeeps() throws IOException {
    for (Row row : rows()) {
      double claimed = row.tuning().method().errorPercent();
      assertTrue(Math.abs(row.errorPercent()) <= claimed, row + ": " + row.errorPercent());
    }
  }

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

  private static List<Row> rows() throws IOException {
    try (InputStream in =
        MeasuredTuningTest.class.getResourceAsStream("/measured/finetuning.csv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("model,"))
          .map(Row::parse)
          .toList();
    }
  }
}
