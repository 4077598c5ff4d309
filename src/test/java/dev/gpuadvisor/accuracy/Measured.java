package dev.gpuadvisor.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The published measurements that lie in {@code src/test/resources/measured}. */
final class Measured {

  private static final List<String> TRANSFORMERS =
      List.of("transformers-4.40", "transformers-4.46", "transformers-4.51");

  private Measured() {}

  static List<MemoryRow> memory() {
    return TRANSFORMERS.stream()
        .flatMap(runtime -> lines("memory-" + runtime).map(line -> MemoryRow.parse(runtime, line)))
        .toList();
  }

  static List<SpeedRow> speed() {
    return lines("speed").map(SpeedRow::parse).toList();
  }

  /** What the comments of a file say about where its rows come from. */
  static List<String> sources(String file) {
    return text(file).filter(line -> line.startsWith("# Source: ")).map(Measured::source).toList();
  }

  private static String source(String line) {
    return line.substring("# Source: ".length());
  }

  /** Rows without comments and heading. */
  private static Stream<String> lines(String file) {
    return text(file).filter(line -> !line.startsWith("#")).skip(1);
  }

  private static Stream<String> text(String file) {
    String name = "/measured/" + file + ".csv";
    try (InputStream in = Measured.class.getResourceAsStream(name)) {
      return new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
