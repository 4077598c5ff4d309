package dev.gpuadvisor.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.sizing.llamacpp.LlamaCppRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The published measurements that lie in {@code src/test/resources/measured}. */
final class Measured {

  private static final List<String> TRANSFORMERS =
      List.of("transformers-4.40", "transformers-4.46", "transformers-4.51");

  private static final String LLAMA_CPP = "memory-llama.cpp";

  private static final String SOURCE = "# Source: ";

  private Measured() {}

  static List<MemoryRow> memory() {
    return TRANSFORMERS.stream()
        .flatMap(runtime -> lines("memory-" + runtime).map(line -> MemoryRow.parse(runtime, line)))
        .toList();
  }

  static List<SpeedRow> speed() {
    return lines("speed").map(SpeedRow::parse).toList();
  }

  static List<TuningRow> tuning() {
    return lines("finetuning").map(TuningRow::parse).toList();
  }

  /** Fine-tuning on several GPUs, and with other trainers. */
  static Stream<String> gpus() {
    return lines("finetuning-gpus");
  }

  /** Logs of llama.cpp. */
  static List<LlamaCppRow> llamaCpp() {
    return LlamaCppRow.all();
  }

  /** What the comments say about where the rows come from. */
  static List<String> allSources() {
    return Stream.concat(
            TRANSFORMERS.stream().map("memory-"::concat),
            Stream.of(LLAMA_CPP, "speed", "finetuning"))
        .flatMap(Measured::text)
        .filter(line -> line.startsWith(SOURCE))
        .map(line -> line.substring(SOURCE.length()))
        .map(source -> source.endsWith(".") ? source.substring(0, source.length() - 1) : source)
        .distinct()
        .toList();
  }

  /** Rows without comments and heading. */
  private static Stream<String> lines(String file) {
    return text(file).filter(line -> !line.startsWith("#")).skip(1);
  }

  private static Stream<String> text(String file) {
    String name = "/measured/" + file + ".csv";
    try (InputStream in = Measured.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
