package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What was released, as Maven knows it. */
final class ProgramVersion {

  private static final String FILE = "/version.txt";

  private ProgramVersion() {}

  /** Read when the image is built. */
  static String read() {
    try (InputStream file = ProgramVersion.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
