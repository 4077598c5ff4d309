package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;

class SpeedEstimateTest {

  /** Twice as slow, or a quarter faster. */
  private static final double WIDTH_OF_UNTRIED = 2 * 1.25;

  private static SpeedEstimate speed(String model, String format, Hardware hardware) {
    return SpeedEstimate.of(Workloads.of(model, 8192), format(format), hardware);
  }

  @Test
  void eagerLaunchesAndRunsAtTheSameTimeSoThatTheSlowerCounts() {
    // 0.88 ms a layer to launch, whatever the card; reading takes 30.6 ms on a fast one, ...
    SpeedEstimate launching = speed("qwen2.5-14b", "bf16", cards(1, "B200"));
    assertEquals(1000 / (48 * 0.88), launching.perSecond().low(), 1e-6);
    // ... and weights without the embedding table, and the cache of 7168 tokens, take longer here.
    long read =
        (model("qwen2.5-14b").parameters() - model("qwen2.5-14b").embeddingTableParameters()) * 2
            + 7168L * 196_608;
    SpeedEstimate reading = speed("qwen2.5-14b", "bf16", cards(1, "L4"));
    assertEquals(300e9 * 0.85 / read, reading.perSecond().low(), 1e-6);
    assertEquals(reading.perSecond().low(), reading.perSecond().high());
  }

  @Test
  void aMixedPoolIsARange() {
    SpeedEstimate pool = speed("qwen2.5-14b", "gptq-int8", cards(1, "L4", "RTX_3090"));
    assertEquals(
        speed("qwen2.5-14b", "gptq-int8", cards(1, "L4")).perSecond().low(),
        pool.perSecond().low());
    assertEquals(
        speed("qwen2.5-14b", "gptq-int8", cards(1, "RTX_3090")).perSecond().high(),
        pool.perSecond().high());
    assertTrue(pool.perSecond().low() < pool.perSecond().high());
  }

  @Test
  void onlyActiveWeightsAreRead() {
    WeightMemory read = WeightMemory.read(model("qwen3-30b-a3b"), format("bf16"), 1);
    long active = model("qwen3-30b-a3b").activeParameters();
    long table = model("qwen3-30b-a3b").embeddingTableParameters();
    assertEquals((active - table) * 2, read.total());
  }

  @Test
  void moreSequencesUseMoreExperts() {
    var model = model("qwen3-30b-a3b");
    long one = WeightMemory.read(model, format("bf16"), 1).total();
    long many = WeightMemory.read(model, format("bf16"), 64).total();
    long all = (model.parameters() - model.embeddingTableParameters()) * 2;
    assertTrue(one < many && many < all, one + " " + many + " " + all);
  }

  @Test
  void sequencesShareTheReadingOfWeights() {
    Tokens tokens = new Tokens(4096, 2048, 1);
    SpeedEstimate one = vllm("llama-3.1-8b", tokens, cards(1, "A100_SXM_80"));
    SpeedEstimate many = vllm("llama-3.1-8b", tokens.withConcurrency(16), cards(1, "A100_SXM_80"));
    double each = 16 * many.perSecond().low();
    assertTrue(many.totalPerSecond().low() < each); // some wait for their first token
    assertTrue(many.totalPerSecond().low() > 0.95 * each);
    assertTrue(many.totalPerSecond().low() > 8 * one.totalPerSecond().low());
    assertTrue(many.perSecond().low() < one.perSecond().low());
  }

  @Test
  void theFirstTokenWaitsForThePrompt() {
    Hardware card = cards(1, "A100_SXM_80");
    double brief = vllm("llama-3.1-8b", new Tokens(2048, 1024, 1), card).firstTokenSeconds().low();
    double lengthy =
        vllm("llama-3.1-8b", new Tokens(17_408, 1024, 1), card).firstTokenSeconds().low();
    // 16 times the tokens, and attention that grows with their square.
    assertTrue(lengthy > 16 * brief * 0.95 && lengthy < 24 * brief, brief + " " + lengthy);
    // 15 billion operations a token: a thousand of them take some 0.1 s of half of 312 TFLOPS.
    assertEquals(0.1, brief, 0.02);
  }

  @Test
  void tensorParallelGpusReadAtTheSameTime() {
    Tokens tokens = new Tokens(4096, 1024, 1);
    double one = vllm("llama-3.1-70b", tokens, cards(1, "H200_SXM")).perSecond().low();
    double four = vllm("llama-3.1-70b", tokens, cards(4, "H200_SXM")).perSecond().low();
    assertTrue(four > 2 * one && four < 4 * one, one + " " + four);
  }

  private static SpeedEstimate vllm(String model, Tokens tokens, Hardware hardware) {
    return SpeedEstimate.of(Workloads.on("vllm", model, tokens), format("bf16"), hardware);
  }

  @Test
  void splittingByLayersDoesNotMakeItFaster() {
    assertEquals(
        speed("llama-3.1-70b", "bf16", cards(2, "A100_SXM_80")).perSecond().low(),
        speed("llama-3.1-70b", "bf16", cards(4, "A100_SXM_80")).perSecond().low());
  }

  /** No card of AMD was measured: it may be so much faster or slower than its figures say. */
  @Test
  void cardsThatNobodyMeasuredAreAWideRange() {
    SpeedEstimate speed = vllm("llama-3.1-8b", new Tokens(4096, 1024, 1), cards(1, "MI300X"));
    double width = speed.perSecond().high() / speed.perSecond().low();
    double first = speed.firstTokenSeconds().high() / speed.firstTokenSeconds().low();

    assertEquals(WIDTH_OF_UNTRIED, width, 1e-9);
    assertEquals(width, first, 1e-9);
    SpeedEstimate known = vllm("llama-3.1-8b", new Tokens(4096, 1024, 1), cards(1, "L40S"));
    assertEquals(known.perSecond().low(), known.perSecond().high());
  }

  /** Two copies on two GPUs are two servers, each of half of the users. */
  @Test
  void copiesAreServersOfTheirOwn() {
    Tokens tokens = new Tokens(4096, 1024, 1);
    SpeedEstimate one = vllm("llama-3.1-8b", tokens.withConcurrency(16), cards(1, "L40S"));
    Workload copies =
        Workloads.on("vllm", "llama-3.1-8b", tokens.withConcurrency(32))
            .with(RuntimeSettings.DEFAULT.withParallel(Parallel.parse("dp2").orElseThrow()));
    SpeedEstimate two = SpeedEstimate.of(copies, format("bf16"), cards(2, "L40S"));

    assertEquals(one.perSecond().low(), two.perSecond().low(), 1e-6);
    assertEquals(2 * one.totalPerSecond().low(), two.totalPerSecond().low(), 1e-3);
  }

  /** Each sequence's cache is read with half of its output: 3584 tokens of 196,608 bytes. */
  @Test
  void theCacheOfAllSequencesIsRead() {
    Tokens tokens = new Tokens(4096, 1024, 1);
    long table = model("qwen2.5-14b").embeddingTableParameters();
    long weights = (model("qwen2.5-14b").parameters() - table) * 2;
    Hardware card = cards(1, "L4");
    for (int sequences : new int[] {1, 4}) {
      SpeedEstimate speed =
          SpeedEstimate.of(
              Workloads.of("qwen2.5-14b", tokens.withConcurrency(sequences)), format("bf16"), card);

      assertEquals(
          300e9 * 0.85 / (weights + sequences * 3584L * 196_608), speed.perSecond().low(), 1e-6);
    }
  }
}
