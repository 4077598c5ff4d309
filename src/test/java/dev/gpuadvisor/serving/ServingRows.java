package dev.gpuadvisor.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The measured servers, as {@code src/test/resources/measured/serving.csv} has them. */
public final class ServingRows {

  public static final List<ServingRow> ALL =
      lines("/measured/serving.csv").stream().skip(1).map(ServingRow::parse).toList();

  private ServingRows() {}

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
