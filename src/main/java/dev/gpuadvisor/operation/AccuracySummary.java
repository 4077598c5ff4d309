package dev.gpuadvisor.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How far the estimates lie from published measurements. Those are no part of the program: a test
 * works the summary out, and fails where this one is out of date. Read when the image is built.
 */
final class AccuracySummary {

  static final byte[] BYTES = read("/accuracy.json");

  private AccuracySummary() {}

  private static byte[] read(String name) {
    try (InputStream file = AccuracySummary.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
