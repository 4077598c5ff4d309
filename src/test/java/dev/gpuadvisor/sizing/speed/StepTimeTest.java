package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seconds of a step, by the bytes that it reads, its arithmetic and its launches. */
class StepTimeTest {

  private static final double BYTES = 10e9;

  private static Card card(String id) {
    return CATALOG.cards().find(id).orElseThrow();
  }

  private static StepTime step(String runtime, String model, String format, String card, int gpus) {
    Workload workload = Workloads.on(runtime, model, new Tokens(8192, 2048, 1));
    return StepTime.on(card(card), gpus, workload, format(format));
  }

  private static double generating(
      String runtime, String format, String card, int gpus, double weights, double cache) {
    return step(runtime, "llama-3.1-8b", format, card, gpus)
        .generating((long) weights, (long) cache, 1);
  }

  /** transformers reads at 0.85 of the bandwidth: 600 GB a second on an A10G, 2039 on an A100. */
  @ParameterizedTest
  @CsvSource({"A10G, 600", "RTX_3090, 936", "A100_SXM_80, 2039"})
  void weightsAndCacheAreReadOnce(String card, double bandwidth) {
    double rate = bandwidth * 0.85 * 1e9;

    assertEquals(
        40 * BYTES / rate, generating("transformers-4.46", "bf16", card, 1, 40 * BYTES, 0), 1e-9);
    assertEquals(
        42 * BYTES / rate,
        generating("transformers-4.46", "bf16", card, 1, 40 * BYTES, 2 * BYTES),
        1e-9);
  }

  /** Kernels that unpack GPTQ in 4 bit read 364 GB a second at most, those of AWQ 413. */
  @ParameterizedTest
  @CsvSource({"gptq-int4, A100_SXM_80, 364", "awq, A100_SXM_80, 413", "gptq-int4, L4, 255"})
  void kernelsMayBeSlower(String format, String card, double rate) {
    assertEquals(
        40 * BYTES / (rate * 1e9),
        generating("transformers-4.46", format, card, 1, 40 * BYTES, 0),
        1e-9);
  }

  /** 32 layers: 0.88 ms each in 16 bit, 1.1 in GPTQ's 8; 0.9 more where GPUs share them. */
  @ParameterizedTest
  @CsvSource({
    "bf16, 1, 0.02816",
    "gptq-int8, 1, 0.0352",
    "gptq-int4, 1, 0.02624",
    "bf16, 2, 0.05696",
    "bf16, 4, 0.05696",
  })
  void launchesOfTransformersOverlap(String format, int gpus, double seconds) {
    assertEquals(seconds, generating("transformers-4.46", format, "A10G", gpus, 1, 1), 1e-9);
    assertEquals(
        40 * BYTES / (2039 * 0.85e9),
        generating("transformers-4.46", "bf16", "A100_SXM_80", gpus, 40 * BYTES, 0),
        1e-9);
  }

  /** In llama.cpp they add up: 0.05 ms a layer, and 0.2 for each further GPU. */
  @ParameterizedTest
  @CsvSource({"1, 0.0016", "2, 0.0018", "4, 0.0022"})
  void launchesOfLlamaCppAddUp(int gpus, double seconds) {
    double reading = BYTES / (936 * 0.9e9);

    assertEquals(
        seconds + reading, generating("llama.cpp", "q8_0", "RTX_3090", gpus, BYTES, 0), 1e-9);
    assertEquals(
        seconds + BYTES / (936 * 0.8e9),
        generating("llama.cpp", "q8_0", "RTX_3090", gpus, 0, BYTES),
        1e-9);
  }

  /** Before graphs and flash attention both took longer. */
  @Test
  void buildsOf2024WereSlower() {
    assertEquals(
        0.0032 + BYTES / (936 * 0.3e9),
        generating("llama.cpp-b1", "q8_0", "RTX_3090", 1, 0, BYTES),
        1e-9);
    assertEquals(
        0.0016 + BYTES / (936 * 0.3e9),
        generating("llama.cpp-b5130", "q8_0", "RTX_3090", 1, 0, BYTES),
        1e-9);
  }

  /** Half of the layers in the host's memory, which reads 50 GB a second; the head is the 17th. */
  @Test
  void layersInTheHostAreReadThere() {
    Workload half =
        Workloads.on("llama.cpp", "llama-3.1-8b", new Tokens(8192, 2048, 1))
            .with(
                new RuntimeSettings(
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Parallel.AUTO,
                    false,
                    false,
                    Optional.empty(),
                    LlamaCppSettings.layers(OptionalInt.of(17)),
                    Optional.empty(),
                    0));
    StepTime step = StepTime.on(card("RTX_3090"), 1, half, format("q8_0"));
    double here = 0.5 * BYTES / (936 * 0.9e9);
    double cache = 0.5 * BYTES / (936 * 0.8e9);
    double there = 0.5 * BYTES / 50e9;

    assertEquals(0.0016 + here + there, step.generating((long) BYTES, 0, 1), 1e-9);
    assertEquals(0.0016 + cache + there, step.generating(0, (long) BYTES, 1), 1e-9);
  }

  /**
   * 2 operations a weight that a token meets, at 0.4 of 70 TFLOPS: what many sequences take. A
   * prompt of 6144 tokens attends to itself besides.
   */
  @Test
  void arithmeticGrowsWithTheTokens() {
    StepTime step = step("transformers-4.46", "llama-3.1-8b", "bf16", "A10G", 1);
    double flops = 2.0 * (8_030_261_248L - 128_256L * 4096);
    double attending = 4.0 * 32 * 4096 * 6144.0 * 6144 / 2;

    assertEquals(1000 * flops / (70e12 * 0.4), step.generating(1, 1, 1000), 1e-9);
    assertEquals((6144 * flops + attending) / (70e12 * 0.4), step.readingPrompt(1), 1e-6);
    assertEquals(400 * BYTES / (600 * 0.85e9), step.readingPrompt((long) (400 * BYTES)), 1e-9);
    assertEquals(1 / (70e12 * 0.4), step.computing(1), 1e-20);
  }

  /**
   * Qwen3 30B A3B loops over 128 experts in each of 48 layers: 0.03 ms for each, 0.58 for the 8
   * that a token uses; more tokens use others.
   */
  @ParameterizedTest
  @CsvSource({"1", "2", "16"})
  void expertsAreLoopedOver(int tokens) {
    double used = 128 * (1 - Math.pow(1 - 8 / 128.0, tokens));
    double ms = 48 * 0.88 + 48 * (128 * 0.03 + used * 0.58);

    assertEquals(
        ms / 1000,
        step("transformers-4.46", "qwen3-30b-a3b", "bf16", "H100_SXM", 1).generating(1, 1, tokens),
        1e-9);
  }

  /** Half of what a token costs is what two of them get. */
  @Test
  void tokensOfAllSequences() {
    SpeedEstimate one =
        new SpeedEstimate(new SpeedEstimate.Range(10, 20), new SpeedEstimate.Range(1, 2), 4);

    assertEquals(new SpeedEstimate.Range(40, 80), one.totalPerSecond());
    assertEquals(new SpeedEstimate.Range(0.05, 0.1), one.perSecond().inverse());
  }
}
