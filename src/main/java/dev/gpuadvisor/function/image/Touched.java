package dev.gpuadvisor.function.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What was touched by the function when it was last watched, in the order in which it was: methods
 * and objects by the checksum of what they are called. A line each; a line that names nothing any
 * more does nothing. {@code scripts/native-order.py} writes the file.
 */
final class Touched {

  private static final String FILE = "touched.txt";

  private final Map<String, Integer> ranks = new HashMap<>();

  Touched(String lines) {
    lines
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(name -> ranks.putIfAbsent(name, ranks.size()));
  }

  static Touched read() {
    try (InputStream file = Touched.class.getResourceAsStream(FILE)) {
      return new Touched(new String(file.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that were touched, in the order in which they were. */
  <T> List<T> of(List<T> all, Naming<T> name) throws ReflectiveOperationException {
    Map<T, Integer> order = new HashMap<>();
    for (T one : all) {
      Integer rank = ranks.get(checksum(name.of(one)));
      if (rank != null) {
        order.put(one, rank);
      }
    }
    return all.stream()
        .filter(order::containsKey)
        .sorted(Comparator.comparing(order::get))
        .toList();
  }

  /** What it is called, in every build. */
  interface Naming<T> {
    String of(T one) throws ReflectiveOperationException;
  }

  int size() {
    return ranks.size();
  }

  static String checksum(String name) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
