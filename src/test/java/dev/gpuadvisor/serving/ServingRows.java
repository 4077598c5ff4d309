package dev.gpuadvisor.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The measured servers, as {@code serving.csv} has them among the measured, and vLLM's of {@code
 * speed.csv}.
 */
public final class ServingRows {

  public static final List<ServingRow> ALL =
      Stream.concat(
              lines("/measured/serving.csv").stream().skip(1),
              lines("/measured/speed.csv").stream()
                  .filter(line -> line.startsWith("vllm"))
                  .map(ServingRows::alone))
          .map(ServingRow::parse)
          .toList();

  private ServingRows() {}

  /** A row of the speed of one sequence, as a row of one user. */
  private static String alone(String line) {
    String[] cells = line.split(",");
    double perSecond = Double.parseDouble(cells[7]);
    return String.format(
        Locale.ROOT,
        "qwen,%s,%s,%s,%s,tp%s,%s,%s,1,%s,,%.4f,gap,alone,",
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[4],
        cells[5],
        cells[6],
        cells[7],
        1000 / perSecond);
  }

  /** Without comments. */
  static List<String> lines(String name) {
    try (InputStream file = ServingRows.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
