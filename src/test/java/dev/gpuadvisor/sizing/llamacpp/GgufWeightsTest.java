package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of GGUF are counted tensor by tensor: held against published sizes. */
class GgufWeightsTest {

  private static final double MIB = 1L << 20;

  /**
   * A published file.
   *
   * @param mix {@code llama.cpp}, or {@code own} where the publisher chose other types
   */
  record PublishedFile(String model, String format, String mix, double bytes) {

    double errorPercent() {
      GgufWeights file = file(model, format);
      return (file.total() / bytes - 1) * 100;
    }
  }

  private static GgufWeights file(String model, String format) {
    return GgufWeights.of(Workloads.model(model), LlamaCppMemory.mix(Workloads.format(format)));
  }

  static List<PublishedFile> files() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/measured/gguf-files.csv")).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split(","))
        .map(c -> new PublishedFile(c[0], c[1], c[2], Double.parseDouble(c[3])))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void filesAreAsLargeAsPublished(PublishedFile file) {
    boolean fused = file.model().startsWith("phi-");
    double most = file.mix().equals("own") ? 9.1 : fused ? 2 : 0.9;
    assertTrue(Math.abs(file.errorPercent()) <= most, file + ": " + file.errorPercent());
  }

  @Test
  void halfOfThemAreMetWithinATenthOfAPercent() throws IOException {
    List<PublishedFile> files = files();
    long met = files.stream().filter(file -> Math.abs(file.errorPercent()) <= 0.1).count();
    assertTrue(met >= files.size() / 2, met + " of " + files.size());
  }

  /** Log of Llama 3 8B Q4_K_M: CUDA0 4403.49 MiB, CPU 281.81 MiB. */
  @Test
  void theEmbeddingTableIsATableOfItsOwn() {
    GgufWeights file = file("llama-3-8b", "q4_k_m");

    assertEquals(4403.49, (file.layers() + file.head()) / MIB, 0.2);
    assertEquals(281.81, file.embeddings() / MIB, 0.01);
  }

  @Test
  void oneTableIsTheHead() {
    GgufWeights file = file("qwen2.5-3b", "q4_k_m");

    assertEquals(151_936L * 2048 * 6.5625 / 8, file.head());
    assertEquals(0, file.embeddings());
  }
}
