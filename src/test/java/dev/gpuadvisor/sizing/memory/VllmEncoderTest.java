package dev.gpuadvisor.sizing.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Workloads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that go through an encoder when vLLM starts. */
class VllmEncoderTest {

  private static VllmEncoder of(Model model, String parallel, boolean in32Bit) {
    return new VllmEncoder(
        model.images().orElseThrow(), model, Parallel.parse(parallel).orElseThrow(), in32Bit);
  }

  private static VllmEncoder of(String model, String parallel) {
    return of(Workloads.model(model), parallel, false);
  }

  /** Items of so many patches; Gemma's become 256 tokens each, Qwen's 16,384. */
  @ParameterizedTest
  @CsvSource({
    "qwen3-vl-30b-a3b, 2048, 256, 8192, 65536", // one is always run
    "qwen3-vl-30b-a3b, 32767, 256, 8192, 65536",
    "qwen3-vl-30b-a3b, 32768, 256, 8192, 131072",
    "qwen3-vl-30b-a3b, 32768, 1, 8192, 65536", // one sequence has room for no second
    "qwen3-vl-30b-a3b, 32768, 1, 32768, 131072",
    "qwen2.5-vl-7b, 8192, 256, 32767, 65536",
    "qwen2.5-vl-7b, 8192, 256, 32768, 131072", // a video of four frames
    "qwen2.5-vl-7b, 8192, 256, 128000, 458752", // and of fourteen, more than a step has tokens
    "gemma-3-27b-it, 2048, 256, 8192, 32768", // 8 images
    "gemma-3-27b-it, 8192, 1024, 8192, 131072", // 32
    "gemma-3-27b-it, 8192, 2, 256, 8192",
  })
  void patches(String model, int tokens, int sequences, int length, long patches) {
    VllmEncoder encoder = of(model, "tp1");
    long one = encoder.peak(1, 1, 1) / encoder.encoder().patches();

    assertEquals(one * patches, encoder.peak(tokens, sequences, length));
  }

  /**
   * Values of a patch at the peak. Qwen3-VL in 16 bit: position, input, normed, queries, keys and
   * values, two of them copied and turned, what attention makes of them and the output; pixels, and
   * three inner layers of 2048 for four patches.
   */
  @ParameterizedTest
  @CsvSource({
    "qwen3-vl-30b-a3b, tp1, false, 16896", // 12 x 1152 + 1536 + 3 x 2048 / 4
    "qwen3-vl-30b-a3b, tp1, true, 27264", // 21
    "qwen3-vl-30b-a3b, tp2, false, 12288", // 4 + 8 / 2
    "qwen3.6-27b, tp1, false, 15360", // without inner layers
    "qwen2-vl-7b, tp1, false, 15256", // 11 x 1280 + 1176
    "qwen2.5-vl-7b, tp1, false, 17836", // 5 x 1280 + 3 x 3420 + 1176, with a gate and a sum
    "gemma-3-27b-it, tp1, false, 12652", // 3 x 1152 + 2 x 4304 + 588
    "gemma-3-27b-it, tp1, true, 12652", // nothing is turned
    "gemma-3-27b-it, tp4, false, 6348", // (4 + 4 / 4) x 1152 + 588, more than 3 x 1152 + 2 x 1076
    "kimi-vl-a3b, tp1, false, 23628", // 20 x 1152 + 588
  })
  void valuesOfOnePatch(String model, String parallel, boolean in32Bit, long values) {
    VllmEncoder encoder = of(Workloads.model(model), parallel, in32Bit);

    assertEquals(values * 2 * encoder.encoder().patches(), encoder.peak(1, 1, 1));
  }

  /** Pixels stay, and tokens as the language model takes them. */
  @Test
  void whatStays() {
    assertEquals(
        (65_536L * 1536 + 16_384L * 4 * 2048) * 2, of("qwen3-vl-30b", "tp1").kept(2048, 1, 1));
    assertEquals(
        (32 * 4096L * 588 + 8192L * 5376) * 2, of("gemma-3-27b-it", "tp1").kept(8192, 1024, 8192));
  }

  /** More tokens, sequences or length never take less, more GPUs never more. */
  @Test
  void itGrows() {
    List<Model> all =
        BundledCatalog.catalog().models().all().stream()
            .filter(model -> model.images().isPresent())
            .toList();
    assertTrue(all.size() >= 70, all.size() + " models");
    for (Model model : all) {
      VllmEncoder alone = of(model, "tp1", false);
      long before = 0;
      for (int size = 256; size <= 1 << 17; size *= 2) {
        long peak = alone.peak(size, size, size);
        assertTrue(peak >= before, model.id());
        assertTrue(of(model, "tp2", false).peak(size, size, size) < peak, model.id());
        assertTrue(of(model, "tp1", true).peak(size, size, size) >= peak, model.id());
        assertTrue(alone.kept(size, size, size) < peak, model.id());
        before = peak;
      }
    }
  }
}
