package dev.gpuadvisor.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Files of names and words: read when the image is built, and never again. */
public final class Resource {

  private static final String DIRECTORY = "/lexicon/";

  private Resource() {}

  /** Without comments and empty lines. */
  public static List<String> lines(String file) {
    try (InputStream in = Resource.class.getResourceAsStream(DIRECTORY + file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
